"""Each provider with the account that uses it, and a form that costs money."""

from dataclasses import dataclass

import pytest

from core.outbox.sweep import deliver_next
from forms.models import DemoPayment, PaymentAccount, PaymentAction
from forms.payments.actions import act
from forms.services import publish_version
from tests.forms.bookings.conftest import ABOUT
from tests.forms.conftest import CONTACT, Resident
from tests.servers.payments import KEY, CivicaPayHandler, GovukPayHandler, taking_payments

SECRETS = {"pay": KEY, "notice": "whispered"}
FEE = {"kind": "payment", "key": "fee", "label": "Permit", "amount": "{months} * 12.50", "account": "permits"}
PAY = {"slug": "cost", "title": "What it costs", "questions": [FEE]}
MONTHS = {
    "slug": "months",
    "title": "How long?",
    "questions": [
        {
            "kind": "number",
            "key": "months",
            "label": "Months?",
            "min": "0",
            "places": 0,
            "error_missing": "Enter a number.",
            "error_invalid": "Enter a number.",
        }
    ],
}


@dataclass
class Kind:
    """How one provider is reached, and the words in which it says that the money is there."""

    provider: str
    handler: type | None
    options: dict
    paid: str
    failed: str


KINDS = {
    "govuk-pay": Kind("govuk-pay", GovukPayHandler, {"url": "{url}"}, "capturable", "failed"),
    "civica-pay": Kind(
        "civica-pay",
        CivicaPayHandler,
        {"url": "{url}", "fund": "12", "account_code": "PARK-01"},
        "AUTHORISED",
        "DECLINED",
    ),
    "demonstration": Kind("demonstration", None, {}, "capturable", "failed"),
}


class DemoServer:
    """The demonstration provider, with the handles of the servers beside it."""

    url, host = "", ""

    def pay(self, state="capturable"):
        DemoPayment.objects.update(state=state)

    @property
    def payments(self):
        return {
            str(row.pk): {"amount": row.amount, "state": row.state, "refunded": row.refunded}
            for row in DemoPayment.objects.all()
        }

    @property
    def only(self):
        (found,) = self.payments.values()
        return found

    @property
    def taken(self):
        return sum(row["amount"] - row["refunded"] for row in self.payments.values() if row["state"] == "success")


def open_account(kind, server, settings, key="permits"):
    """Return a stored, valid account at a running provider."""
    settings.WAYMARK_CONNECTOR_SECRETS = SECRETS
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [*settings.WAYMARK_OUTGOING_ALLOWED_HOSTS, server.host]
    options = {name: value.format(url=server.url) for name, value in kind.options.items()}
    row = PaymentAccount(
        key=key, name=key, provider=kind.provider, options=options, secret="pay", notice_secret="notice"
    )
    row.full_clean()
    row.save()
    return row


@pytest.fixture
def kind():
    """Which provider; modules that try all of them override it."""
    return KINDS["govuk-pay"]


@pytest.fixture
def server(kind):
    if kind.handler is None:
        yield DemoServer()
        return
    with taking_payments(kind.handler) as running:
        yield running


@pytest.fixture
def account(db, kind, server, settings):
    return open_account(kind, server, settings)


@pytest.fixture
def paying_page(make_page, account):
    page = make_page(slug="get-a-permit", steps=[MONTHS, PAY, ABOUT], examples=[])
    page.save_revision().publish()
    publish_version(page)
    return page


class Payer(Resident):
    """Gets a permit."""

    def __init__(self, client) -> None:
        super().__init__(client, "get-a-permit")

    def fill(self, months="2"):
        self.start()
        for step, data in (("months", {"months": months}), ("contact", CONTACT)):
            assert self.answer(step, data).status_code == 302
        return self

    def to_payment(self):
        """Press the button of the check page; return the payment page."""
        response = self.client.post(f"{self.base}/check")
        assert response["Location"] == f"{self.base}/pay", response["Location"]
        return self.client.get(response["Location"])

    def come_back(self):
        """Arrive from the provider."""
        return self.client.get(f"{self.base}/paid")


@pytest.fixture
def payer(client, paying_page):
    return Payer(client)


@pytest.fixture
def work():
    """Return a function that does at the provider what is due; nobody audits pages for it, which takes seconds each."""

    def deliver():
        while deliver_next(PaymentAction, act, None) is not None:
            pass

    return deliver

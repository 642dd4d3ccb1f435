"""Residents pay, or do not: never twice, never for nothing, and no paid form is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from bs4 import BeautifulSoup
from django.db import connections
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import OutgoingMessage
from forms.models import DemoPayment, Draft, Payment, PaymentAction, Submission
from forms.models.payment import refused_actions
from forms.payments.flow import arrive
from forms.payments.income import income_rows
from forms.payments.sweep import reconcile
from insight.models import Event
from tests.forms.bookings.test_booking import text_of
from tests.forms.conftest import CONTACT
from tests.forms.payments.conftest import KINDS, Payer

pytestmark = pytest.mark.django_db
TIMES = 12


def let_time_pass(**kwargs):
    """Make payments look as old."""
    for field in ("looked_at", "created_at"):
        Payment.objects.exclude(**{field: None}).update(**{field: timezone.now() - timedelta(**kwargs)})


def sent_forms():
    """Return how many forms the boards of insight count as sent."""
    return Event.objects.filter(type__contains="form.completed").count()


def receipts():
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith="forms.receipt:")
    return [opened(row) for row in rows]


class TestEveryProvider:
    """The whole way, with each of them."""

    @pytest.fixture(params=KINDS)
    def kind(self, request):
        return KINDS[request.param]

    def test_the_amount_comes_from_the_rule_and_is_taken_after_the_form_is_stored(self, payer, server, kind, work):
        payer.fill(months="2")
        assert "£25" in text_of(payer.client.get(f"{payer.base}/check"))
        payer.client.post(f"{payer.base}/check", {"fee": "0.01", "amount": "1", "months": "0"})
        page = payer.client.get(f"{payer.base}/pay")
        assert "£25" in text_of(page)
        assert BeautifulSoup(page.content, "html.parser").select_one("main a.govuk-button")["href"]
        assert not Submission.objects.exists()
        server.pay(kind.paid)
        receipt = payer.client.get(payer.come_back()["Location"])
        payment = Payment.objects.get()
        assert "You paid £25." in text_of(receipt)
        assert payment.reference in text_of(receipt)
        work()
        assert server.taken == 2500
        payment.refresh_from_db()
        assert (payment.state, payment.submission) == ("success", Submission.objects.get())
        assert payment.reference in receipts()[0].body

    def test_coming_back_without_paying_says_so_and_a_second_try_works(self, payer, server, kind, work):
        payer.fill().to_payment()
        unpaid = payer.client.get(payer.come_back()["Location"])
        assert "You have not paid yet" in text_of(unpaid)
        assert "your answers are kept" in text_of(unpaid)
        server.pay(kind.failed)
        refused = payer.client.get(payer.come_back()["Location"])
        assert "The payment did not go through." in text_of(refused)
        assert not Submission.objects.exists()
        again = payer.client.post(f"{payer.base}/pay")
        assert again["Location"] == f"{payer.base}/pay"
        assert list(Payment.objects.order_by("attempt").values_list("attempt", "state")) == [
            (1, "failed"),
            (2, "created"),
        ]
        if kind.handler:
            server.pay(kind.paid)
        else:
            DemoPayment.objects.exclude(state="failed").update(state="capturable")
        assert "/forms/done/" in payer.come_back()["Location"]
        work()
        assert server.taken == 2500

    def test_who_paid_and_closed_the_browser_has_sent_the_form(self, payer, server, kind, work):
        payer.fill().to_payment()
        server.pay(kind.paid)
        let_time_pass(minutes=5)
        assert (reconcile(), reconcile()) == (1, 0)
        work()
        assert server.taken == 2500
        assert len(receipts()) == 1
        assert sent_forms() == 1
        # Coming back later shows the receipt.
        assert "/forms/done/" in payer.come_back()["Location"]


def test_nothing_to_pay_is_sent_at_once(payer, server):
    payer.fill(months="0")
    assert "Nothing to pay" in text_of(payer.client.get(f"{payer.base}/check"))
    assert payer.client.get(payer.send()).status_code == 200
    assert not server.payments


def test_a_forged_way_back_and_a_forged_post_submit_nothing(payer, server):
    payer.fill()
    assert payer.client.get(f"{payer.base}/paid")["Location"] == f"{payer.base}/check"
    payer.to_payment()
    payer.client.get(f"{payer.base}/paid?status=success&amount=2500")
    payer.client.post(f"{payer.base}/paid", {"state": "success"})
    assert not Submission.objects.exists()
    stranger = Payer(Client())
    assert stranger.client.get(f"{payer.base}/paid").status_code == 403


def test_another_amount_at_the_provider_is_never_taken(payer, server, work):
    payer.fill().to_payment()
    server.pay()["amount"] = 1
    page = payer.client.get(payer.come_back()["Location"])
    assert "We have not taken your money" in text_of(page)
    work()
    assert (server.only["state"], Submission.objects.count()) == ("cancelled", 0)


def test_answers_that_change_while_paying_are_paid_anew(payer, server, work):
    payer.fill(months="2").to_payment()
    server.pay()
    payer.answer("months", {"months": "4"})
    page = payer.client.get(payer.come_back()["Location"])
    assert "Something in your form changed while you paid" in text_of(page)
    work()
    assert server.only["state"] == "cancelled"
    payer.client.post(f"{payer.base}/pay")
    assert [row["amount"] for row in server.payments.values()] == [2500, 5000]
    server.pay()
    assert "/forms/done/" in payer.come_back()["Location"]
    work()
    assert server.taken == 5000


def test_a_changed_amount_before_paying_replaces_the_open_payment(payer, server):
    payer.fill(months="2").to_payment()
    payer.answer("months", {"months": "3"})
    assert "£37.50" in text_of(payer.to_payment())
    assert [row["amount"] for row in server.payments.values()] == [2500, 3750]


@pytest.mark.parametrize("trouble", [{"fails": 500}, {"drops": 1}])
def test_a_provider_that_does_not_answer_is_said_and_nothing_is_lost(payer, server, trouble):
    payer.fill()
    for name, value in trouble.items():
        setattr(server, name, value)
    down = payer.client.post(f"{payer.base}/check")
    assert down.status_code == 503
    assert "The payment service does not answer. Nothing was taken" in text_of(down)
    server.fails = 0
    payer.client.post(f"{payer.base}/pay")
    assert len(server.payments) == Payment.objects.count() == 1
    server.pay()
    server.fails = 502
    unknown = payer.come_back()
    assert unknown.status_code == 503
    assert "Please do not pay a second time." in text_of(unknown)
    server.fails = 0
    assert "/forms/done/" in payer.come_back()["Location"]


def test_a_capture_is_tried_until_it_works(payer, server, work):
    payer.fill().to_payment()
    server.pay()
    payer.come_back()
    server.fails = 500
    work()
    action = PaymentAction.objects.get()
    assert (action.waiting, action.last_error, Submission.objects.count()) == (True, "http:500", 1)
    server.fails, server.drops = 0, 1
    PaymentAction.objects.update(due_at=timezone.now())
    work()
    PaymentAction.objects.update(due_at=timezone.now())
    work()
    assert server.taken == 2500
    assert PaymentAction.objects.get().delivered_at


def test_a_payment_that_failed_and_was_paid_after_all_is_not_lost(payer, server, work):
    payer.fill().to_payment()
    server.pay("failed")
    payer.come_back()
    server.pay("capturable")
    assert "/forms/done/" in payer.come_back()["Location"]
    work()
    assert server.taken == 2500


def test_an_older_attempt_that_was_paid_after_all_gives_its_money_back(payer, server, work):
    payer.fill().to_payment()
    server.pay("failed")
    payer.come_back()
    payer.client.post(f"{payer.base}/pay")
    first = next(iter(server.payments.values()))
    first["state"] = "capturable"
    arrive(Payment.objects.get(attempt=1))
    server.pay("capturable")
    payer.come_back()
    work()
    assert (first["state"], server.taken, Submission.objects.count()) == ("cancelled", 2500, 1)


def test_a_draft_that_is_gone_gets_its_money_back(payer, server, work):
    payer.fill().to_payment()
    server.pay()
    Draft.objects.all().delete()
    let_time_pass(minutes=5)
    reconcile()
    work()
    assert server.only["state"] == "cancelled"


def test_an_unknown_amount_is_never_sent_for_nothing(payer, server, make_page, account):
    words = {"error_missing": "Enter a number.", "error_invalid": "Enter a number."}
    number = {"kind": "number", "key": "n", "label": "How many?", **words}
    fee = {"kind": "payment", "key": "fee", "label": "Fee", "amount": "10 / {n}", "account": "permits"}
    steps = [{"slug": slug, "title": slug, "questions": [asked]} for slug, asked in (("a", number), ("b", fee))]
    page = make_page(slug="odd", steps=steps, examples=[])
    page.save_revision().publish()
    odd = Payer(Client())
    odd.slug = "odd"
    odd.start()
    odd.answer("a", {"n": "0"})
    refused = odd.client.post(f"{odd.base}/check")
    assert refused.status_code == 409
    assert "We cannot work out what it costs" in text_of(refused)
    assert not Submission.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_twelve_at_once_are_one_reference_one_charge_and_one_mail(payer, server, work):
    payer.fill()
    cookie = payer.client.cookies["waymark_forms"].value

    def together(method, address):
        barrier = Barrier(TIMES)

        def send(_):
            browser = Client()
            browser.cookies["waymark_forms"] = cookie
            barrier.wait()
            try:
                response = getattr(browser, method)(address)
                return response.status_code, response["Location"].split(":")[0]
            finally:
                connections.close_all()

        with ThreadPoolExecutor(TIMES) as pool:
            return set(pool.map(send, range(TIMES)))

    assert together("post", f"{payer.base}/check") == {(302, f"{payer.base}/pay")}
    assert len(server.payments) == Payment.objects.count() == 1
    server.pay()
    ((status, address),) = together("get", f"{payer.base}/paid")
    assert (status, address.startswith("/forms/done/")) == (302, True)
    work()
    assert server.taken == 2500
    counts = [model.objects.count() for model in (Submission, Payment, PaymentAction)]
    assert counts == [1, 1, 1]
    assert [mail.to for mail in receipts()] == [CONTACT["email"]]
    assert sent_forms() == 1
    assert server.calls.count(("POST", f"/v1/payments/{server.only['id']}/capture")) == 1


def test_who_left_after_the_price_changed_is_told_that_nothing_was_sent(payer, server, work):
    payer.fill(months="2").to_payment()
    server.pay()
    payer.answer("months", {"months": "4"})
    let_time_pass(minutes=5)
    assert (reconcile(), reconcile()) == (0, 0)
    (mail,) = [opened(row) for row in OutgoingMessage.objects.filter(idempotency_key__startswith="forms.not-taken:")]
    assert mail.to == CONTACT["email"]
    assert "Something in your form changed while you paid" in mail.body
    assert "£25" in mail.body
    work()
    assert server.only["state"] == "cancelled"


def test_a_provider_that_knows_nobody_for_an_hour_loses_no_payment(payer, server, work):
    payer.fill().to_payment()
    server.pay()
    kept = dict(server.payments)
    server.payments.clear()
    let_time_pass(minutes=5)
    assert reconcile() == 0
    assert Payment.objects.get().state == "error"
    server.payments.update(kept)
    let_time_pass(hours=2)
    assert reconcile() == 1
    work()
    assert (server.taken, Payment.objects.get().code) == (2500, "")


def test_an_attempt_that_turns_up_again_beside_another_is_not_revived(payer, server, work):
    payer.fill().to_payment()
    first = server.pay("created")
    server.payments.clear()
    assert "The payment did not go through." in text_of(payer.client.get(payer.come_back()["Location"]))
    payer.client.post(f"{payer.base}/pay")
    server.payments[first["id"]] = first
    let_time_pass(hours=2)
    reconcile()
    assert list(Payment.objects.order_by("attempt").values_list("state", flat=True)) == ["error", "created"]
    first["state"] = "capturable"
    let_time_pass(hours=2)
    reconcile()
    work()
    assert first["state"] == "cancelled"


def test_a_provider_that_does_not_answer_is_waited_for_once_a_run(paying_page, server):
    for _payer in range(3):
        Payer(Client()).fill().to_payment()
    let_time_pass(minutes=5)
    server.fails = 500
    before = len(server.calls)
    for run in (1, 2):
        assert reconcile() == 0
        assert len(server.calls) == before + run
    assert Payment.objects.filter(code="http:500").count() == 2, "the next run begins with the next one"


class TestMoneyThatIsTakenAtOnce:
    """A provider without delayed capture."""

    @pytest.fixture
    def kind(self):
        return KINDS["civica-pay"]

    def test_a_payment_that_was_paid_before_it_could_be_let_go_is_refunded(self, payer, server, work):
        payer.fill(months="2").to_payment()
        payer.answer("months", {"months": "3"})
        payer.to_payment()
        first, second = server.payments.values()
        first["state"] = "AUTHORISED"
        work()
        work()
        assert (first["refunded"], server.taken) == (2500, 0)
        assert not refused_actions().exists()
        payment = Payment.objects.get(attempt=1)
        assert (payment.refunded, payment.refundable) == (2500, 0)
        lines = [row[-2:] for row in income_rows(payment.account, timezone.localdate())]
        assert lines == [("payment", 25.0), ("refund", -25.0)]
        second["state"] = "AUTHORISED"
        assert "/forms/done/" in payer.come_back()["Location"]

    @pytest.mark.parametrize("amount", [1, 9900])
    def test_of_another_amount_everything_goes_back(self, payer, server, work, amount):
        payer.fill().to_payment()
        server.pay("AUTHORISED")["amount"] = amount
        assert "We have not taken your money" in text_of(payer.client.get(payer.come_back()["Location"]))
        work()
        assert (server.only["refunded"], server.taken) == (amount, 0)
        lines = [row[-2:] for row in income_rows(Payment.objects.get().account, timezone.localdate())]
        assert lines == [("payment", amount / 100), ("refund", -amount / 100)]

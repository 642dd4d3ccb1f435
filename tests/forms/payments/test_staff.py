"""Staff look payments up and give money back, by permission and in writing; the ledger gets its daily file."""

import csv
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.utils import timezone

from core.models import AuditEvent
from forms.models import Payment, PaymentAccount, PaymentAction, Submission
from forms.payments.actions import MovedOnError, refund
from forms.payments.income import drop_income_files
from tests.forms.payments.conftest import KINDS
from tests.forms.test_inbox import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(payer, server, kind, work):
    payer.fill().to_payment()
    server.pay(kind.paid)
    payer.come_back()
    work()
    return Payment.objects.get()


def test_only_those_who_may_look_and_give_back(paid):
    address = f"/admin/payments/{paid.pk}/"
    assert staff("view_submission").get(address).status_code in {302, 403}
    reader = staff("view_payment")
    assert reader.get("/admin/payments/", {"q": Submission.objects.get().reference}).status_code == 200
    page = reader.get(address).content.decode()
    assert paid.reference in page
    assert "Zoë" not in page
    assert "Give it back" not in page
    assert reader.post(address, {"amount": "1", "before": "0"}).status_code in {302, 403}
    assert Payment.objects.get().refunded == 0


def test_of_two_presses_that_read_the_payment_at_once_one_gives_back(paid):
    first, second = Payment.objects.get(), Payment.objects.get()
    giver = staff("view_payment", "refund_payment").user
    refund(first, 500, giver)
    with pytest.raises(MovedOnError):
        refund(second, 500, giver)
    assert Payment.objects.get().refunded == 500


def test_a_refund_is_made_once_written_down_and_never_more_than_was_paid(paid, server, work):
    giver, address = staff("view_payment", "refund_payment"), f"/admin/payments/{paid.pk}/"
    assert "Give it back" in giver.get(address).content.decode()
    assert giver.post(address, {"amount": "10", "before": "0"}).status_code == 302
    assert giver.post(address, {"amount": "10", "before": "0"}).status_code == 409, "pressed twice"
    for wrong in ("15.01", "0", "-1", "1.005", "all"):
        assert giver.post(address, {"amount": wrong, "before": "1000"}).status_code == 422
    server.drops = 1
    work()
    PaymentAction.objects.update(due_at=timezone.now())
    work()
    assert (server.taken, server.only["refunded"]) == (1500, 1000)
    assert AuditEvent.objects.filter(verb="payment.refund", actor=giver.user).count() == 1
    assert giver.post(address, {"amount": "15", "before": "1000"}).status_code == 302
    work()
    assert server.taken == 0
    assert giver.get(f"{address}?ask=1").status_code == 200


def test_two_refunds_in_an_outage_both_arrive_each_once(paid, server, work):
    giver, address = staff("view_payment", "refund_payment"), f"/admin/payments/{paid.pk}/"
    giver.post(address, {"amount": "5", "before": "0"})
    server.fails = 500
    work()
    server.fails = 0
    giver.post(address, {"amount": "10", "before": "500"})
    work()
    assert server.only["refunded"] == 0, "the second waits for the first"
    for _minute in range(3):
        PaymentAction.objects.update(due_at=timezone.now())
        work()
    assert (server.only["refunded"], server.taken) == (1500, 1000)


def test_what_waits_for_a_provider_too_long_is_on_the_dashboard(paid, server, work):
    giver = staff("view_payment", "refund_payment")
    giver.post(f"/admin/payments/{paid.pk}/", {"amount": "5", "before": "0"})
    server.fails = 500
    work()
    words = "waits for its provider"
    assert words not in giver.get("/admin/").text
    PaymentAction.objects.update(created_at=timezone.now() - timedelta(minutes=16))
    assert words in giver.get("/admin/").text
    assert words not in staff("view_submission").get("/admin/").text


def test_an_account_with_payments_is_not_deleted(paid, admin_client):
    admin_client.post(f"/admin/payment_accounts/delete/{paid.account_id}/", follow=True)
    assert PaymentAccount.objects.filter(pk=paid.account_id).exists()


def test_a_refused_refund_can_be_made_again(paid, server, work):
    giver, address = staff("view_payment", "refund_payment"), f"/admin/payments/{paid.pk}/"
    giver.post(address, {"amount": "10", "before": "0"})
    server.fails = 400
    work()
    paid.refresh_from_db()
    assert (paid.refunded, PaymentAction.objects.filter(dead_at__isnull=False).count()) == (0, 1)
    assert AuditEvent.objects.filter(verb="payment.refund", outcome="http:400").exists()


def test_an_account_that_cannot_work_is_refused_in_words():
    for provider, options in (("pigeon", {}), ("civica-pay", {}), ("govuk-pay", {"url": "ftp://x"})):
        with pytest.raises(ValidationError):
            PaymentAccount(key="a", name="A", provider=provider, options=options).full_clean()


def test_administrators_keep_accounts(account, admin_client):
    assert admin_client.get("/admin/payment_accounts/").status_code == 200
    page = admin_client.get(f"/admin/payment_accounts/edit/{account.pk}/").content.decode()
    assert "GOV.UK Pay" in page
    assert "api_test_key" not in page


class TestIncome:
    @pytest.fixture
    def kind(self):
        return KINDS["civica-pay"]

    def test_the_daily_file_names_fund_and_code_and_nobody(self, paid, settings, tmp_path):
        backend = {"BACKEND": "library.storage.WholeFileStorage", "OPTIONS": {"location": str(tmp_path)}}
        settings.STORAGES = {**settings.STORAGES, "income": backend}
        storages.__dict__.pop("backends", None)
        PaymentAccount.objects.update(options={**paid.account.options, "income_storage": "income"})
        yesterday = timezone.now() - timedelta(days=1)
        Payment.objects.update(captured_at=yesterday)
        assert (drop_income_files(), drop_income_files()) == (7, 0)
        day = timezone.localdate(yesterday)
        text = (tmp_path / f"income-permits-{day}.csv").read_text()
        (row,) = csv.DictReader(text.splitlines())
        assert (row["fund"], row["account_code"], row["amount"]) == ("12", "PARK-01", "25.0")
        assert row["payment_reference"] == paid.reference
        assert "Zoë" not in text
        for file in tmp_path.iterdir():
            file.unlink()
        assert drop_income_files() == 0, "what the ledger has taken is not given to it again"
        assert AuditEvent.objects.filter(verb="payment.income").count() == 7
        storages.__dict__.pop("backends", None)

"""What a provider refuses is work for staff: it stands in the inbox with what happened and what to do, until done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import AuditEvent, OutgoingMessage
from forms.models import Payment, PaymentAction, Submission
from forms.models.submission import Status
from forms.payments.ledger import give_back
from tests.forms.test_inbox import staff

pytestmark = pytest.mark.django_db
LOOK = "/admin/requests/?trouble=money"


@pytest.fixture
def clerk():
    """Reads every request and looks after payments."""
    return staff("view_submission", "see_every_team", "view_payment", "refund_payment")


@pytest.fixture
def authorised(payer, server, kind):
    """A request that is sent, its money not taken yet."""
    payer.fill().to_payment()
    server.pay(kind.paid)
    payer.come_back()
    return Submission.objects.get()


def mails():
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith="forms.refused:").order_by("created_at")
    return [opened(row) for row in rows]


def test_a_refused_capture_is_work_until_it_is_taken(authorised, server, work, clerk):
    server.only["state"] = "failed"
    work()
    work()
    action = PaymentAction.objects.get()
    (mail,) = mails()
    assert mail.to == "bins@example.org"
    assert "£25" in mail.body
    assert "Zoë" not in mail.subject + mail.body
    assert authorised.spaced_reference in clerk.get(LOOK).text
    case = clerk.get(f"/admin/requests/{authorised.pk}/").text
    assert "We could not take £25 of the payment" in case
    assert "nothing was charged" in case
    assert "about 1 payment" in clerk.get("/admin/").text
    assert Payment.objects.get().reference in clerk.get("/admin/payments/?look=1").text
    server.only["state"] = "capturable"
    assert clerk.post(f"/admin/payments/refused/{action.pk}/again/", follow=True).status_code == 200
    work()
    assert server.taken == 2500
    assert authorised.spaced_reference not in clerk.get(LOOK).text
    assert "We could not take" not in clerk.get(f"/admin/requests/{authorised.pk}/").text
    late = clerk.post(f"/admin/payments/refused/{action.pk}/again/", follow=True)
    assert "Somebody dealt with this" in late.text
    assert AuditEvent.objects.filter(verb="payment.again", actor=clerk.user).count() == 1


def test_a_second_refusal_is_told_again(authorised, server, work, clerk):
    server.only["state"] = "failed"
    work()
    clerk.post(f"/admin/payments/refused/{PaymentAction.objects.get().pk}/again/")
    PaymentAction.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    work()
    assert len(mails()) == 2
    assert "We could not take" in clerk.get(f"/admin/requests/{authorised.pk}/").text


def test_a_refused_refund_of_a_closed_request_is_work_until_it_is_made_anew(authorised, server, work, clerk):
    work()
    payment = Payment.objects.get()
    Submission.objects.update(status=Status.CLOSED, closed_at=timezone.now())
    clerk.post(f"/admin/payments/{payment.pk}/", {"amount": "10", "before": "0"})
    server.fails = 400
    work()
    server.fails = 0
    page = clerk.get(LOOK).text
    assert authorised.spaced_reference in page
    assert "Requests that are done are among them." in page
    shown = clerk.get(f"/admin/payments/{payment.pk}/").text
    assert "We could not give back £10 of the payment" in shown
    assert "Ask the provider again" not in shown, "a refund is made anew, so that it is never made twice"
    clerk.post(f"/admin/payments/refused/{PaymentAction.objects.get(kind='refund').pk}/again/")
    work()
    assert server.taken == 2500
    clerk.post(f"/admin/payments/{payment.pk}/", {"amount": "10", "before": "0"})
    work()
    assert server.taken == 1500
    assert authorised.spaced_reference not in clerk.get(LOOK).text


def test_money_that_no_request_came_of_is_work_on_the_dashboard_too(payer, server, kind, work, clerk):
    payer.fill().to_payment()
    server.pay("success")
    payment = Payment.objects.get()
    assert give_back(payment, "success", "no-draft")
    server.fails = 400
    work()
    server.fails = 0
    assert mails()[0].to == "bins@example.org"
    assert "about 1 payment" in clerk.get("/admin/").text
    payment.refresh_from_db()
    assert (payment.refunded, payment.refundable) == (0, 2500)
    clerk.post(f"/admin/payments/{payment.pk}/", {"amount": "25", "before": "0"})
    work()
    assert server.only["refunded"] == 2500


def test_staff_say_that_it_is_dealt_with(authorised, server, work, clerk):
    server.only["state"] = "failed"
    work()
    action = PaymentAction.objects.get()
    reader = staff("view_submission", "see_every_team", "view_payment")
    assert "It is dealt with" not in reader.get(f"/admin/payments/{action.payment_id}/").text
    for verb in ("again", "settle"):
        assert reader.post(f"/admin/payments/refused/{action.pk}/{verb}/").status_code in {302, 403}
        assert clerk.get(f"/admin/payments/refused/{action.pk}/{verb}/").status_code == 405
    assert clerk.post(f"/admin/payments/refused/{action.pk}/settle/", follow=True).status_code == 200
    assert "about 1 payment" not in clerk.get("/admin/").text
    assert AuditEvent.objects.filter(verb="payment.settle", actor=clerk.user).count() == 1

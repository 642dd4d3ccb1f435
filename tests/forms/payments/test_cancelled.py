"""Who cancels what they paid for reads what becomes of the money, as it really is; staff are told to decide."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from core.messages_out.sealing import opened
from core.models import AuditEvent, OutgoingMessage
from forms.bookings.free import free_slots
from forms.bookings.links import booking_url
from forms.models import Booking, Payment, PaymentAction, RefundDue, Submission
from tests.forms.bookings.conftest import Visitor
from tests.forms.bookings.test_booking import text_of
from tests.forms.payments.test_with_a_booking import case, collection, payer  # noqa: F401 - fixtures
from tests.forms.test_inbox import staff

pytestmark = pytest.mark.django_db
LOOK = "/admin/requests/?trouble=refund"
NOT_BY_ITSELF = "money does not go back by itself"


@pytest.fixture
def clerk():
    """Reads every request and looks after payments."""
    return staff("view_submission", "see_every_team", "view_payment", "refund_payment")


def money_on(page):
    found = BeautifulSoup(page.content, "html.parser").find(id="money-1")
    return " ".join(found.text.split()) if found else None


def cancel():
    address = booking_url(Booking.objects.get(), "cancel-booking")
    before = money_on(Client().get(address))
    return before, money_on(Client().get(Client().post(address)["Location"]))


def test_before_and_after_it_says_that_staff_decide(case):  # noqa: F811 - fixture
    before, after = cancel()
    for words in (before, after):
        assert words.startswith("You paid £25.")
        assert NOT_BY_ITSELF in words
    assert "When you cancel" in before
    assert "We have told our staff." in after
    assert not PaymentAction.objects.filter(kind=PaymentAction.REFUND).exists()
    assert "They decide what goes back to you." in case.events.last().public_text


def test_the_case_shows_that_a_refund_may_be_due_until_it_is_made(case, clerk, work, server):  # noqa: F811 - fixture
    assert case.spaced_reference not in clerk.get(LOOK).text
    cancel()
    (mail,) = [opened(row) for row in OutgoingMessage.objects.filter(idempotency_key__startswith="forms.booking:")]
    assert mail.to == "bins@example.org"
    assert "Decide whether a refund is due." in mail.body
    payment = Payment.objects.get()
    assert case.spaced_reference in clerk.get(LOOK).text
    assert "A refund may be due" in clerk.get(f"/admin/requests/{case.pk}/").text
    assert "decide on 1 refund" in clerk.get("/admin/").text
    assert payment.reference in clerk.get("/admin/payments/?look=1").text
    clerk.post(f"/admin/payments/{payment.pk}/", {"amount": "10", "before": "0"})
    work()
    assert server.taken == 1500
    assert "A refund may be due" not in clerk.get(f"/admin/requests/{case.pk}/").text
    assert case.spaced_reference not in clerk.get(LOOK).text
    after = money_on(Client().get(booking_url(Booking.objects.get())))
    assert "We give £10 back, the way you paid." in after
    assert NOT_BY_ITSELF not in after


def test_staff_may_say_that_nothing_goes_back(case, clerk):  # noqa: F811 - fixture
    cancel()
    address = f"/admin/payments/refunds/{RefundDue.objects.get().pk}/settle/"
    reader = staff("view_submission", "see_every_team", "view_payment")
    assert reader.post(address).status_code in {302, 403}
    assert RefundDue.objects.get().settled_at is None
    assert "Noted: it is dealt with." in clerk.post(address, follow=True).text
    assert "Somebody dealt with this" in clerk.post(address, follow=True).text
    assert AuditEvent.objects.filter(verb="payment.settle", actor=clerk.user).count() == 1
    assert "nothing went back the way you paid" in money_on(Client().get(booking_url(Booking.objects.get())))


def test_who_paid_nothing_reads_nothing_of_money(collection):  # noqa: F811 - fixture
    Visitor(Client()).book(free_slots(collection).first())
    assert cancel() == (None, None)
    assert not RefundDue.objects.exists()
    assert Submission.objects.get().events.last().public_text == "You cancelled your booking."
    mail = opened(OutgoingMessage.objects.get(idempotency_key__startswith="forms.booking:"))
    assert "paid" not in mail.body


def test_what_went_back_whole_before_is_not_due_again(case, clerk, work):  # noqa: F811 - fixture
    clerk.post(f"/admin/payments/{Payment.objects.get().pk}/", {"amount": "25", "before": "0"})
    work()
    before, after = cancel()
    assert not RefundDue.objects.exists()
    for words in (before, after):
        assert "We give £25 back" in words
        assert NOT_BY_ITSELF not in words
    assert "staff" not in text_of(Client().get(booking_url(Booking.objects.get())))

"""A form that books a time and costs money: authorise, book, take; where the time is gone, the money is let go."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import OutgoingMessage, User
from forms.bookings.free import free_slots
from forms.bookings.seats import release_run_out
from forms.bookings.waiting import join, offer_seats
from forms.models import Booking, Draft, Payment, Slot, Submission
from forms.payments.actions import refund
from forms.payments.sweep import reconcile
from forms.rights.copy import about_case, copy_for
from forms.rights.erase import erase_case
from forms.rights.schedule import requests_due
from forms.services import erase_due
from tests.forms.bookings.conftest import ABOUT, WHEN, Visitor, make_resource
from tests.forms.bookings.test_booking import text_of
from tests.forms.conftest import CONTACT
from tests.forms.payments.conftest import Payer
from tests.forms.payments.test_paying import let_time_pass

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection(make_page, account):
    """One free seat, and two forms that book it: one costs money."""
    resource = make_resource(hours=[100, 200])
    fee = {"kind": "payment", "key": "fee", "label": "Collection", "amount": "25", "account": "permits"}
    pay = {"slug": "cost", "title": "Cost", "questions": [fee]}
    make_page(slug="get-a-permit", steps=[WHEN, pay, ABOUT]).save_revision().publish()
    make_page(slug="book-a-visit", steps=[WHEN, ABOUT]).save_revision().publish()
    return resource


@pytest.fixture
def payer(client, collection):
    payer = Payer(client)
    payer.start()
    payer.answer("when", {"time": str(free_slots(collection).first().interval)})
    payer.answer("contact", CONTACT)
    payer.to_payment()
    return payer


def lose_the_seat(collection):
    Booking.objects.update(hold_until=timezone.now() - timedelta(seconds=1))
    release_run_out()
    Visitor(Client()).book(free_slots(collection).first())


def test_the_seat_is_held_while_paying_and_booked_with_the_payment(payer, server, work):
    assert Booking.objects.get().hold_until > timezone.now() + timedelta(minutes=14)
    server.pay()
    receipt = text_of(payer.client.get(payer.come_back()["Location"]))
    assert "You paid £25." in receipt
    assert "Your booking" in receipt
    work()
    assert server.taken == 2500


def test_a_seat_that_is_gone_lets_the_money_go(payer, server, collection, work):
    lose_the_seat(collection)
    server.pay()
    refused = payer.come_back()
    assert refused["Location"] == f"{payer.base}/when"
    page = text_of(payer.client.get(refused["Location"]))
    assert "The time that you chose is no longer free." in page
    assert "You were not charged." in page
    work()
    assert (server.only["state"], server.taken) == ("cancelled", 0)
    payer.answer("when", {"time": str(free_slots(collection).first().interval)})
    payer.client.post(f"{payer.base}/check")
    server.pay()
    assert "/forms/done/" in payer.come_back()["Location"]
    work()
    assert (server.taken, Submission.objects.count()) == (2500, 2)


def test_who_closed_the_browser_is_told_by_mail(payer, server, collection, work):
    lose_the_seat(collection)
    server.pay()
    let_time_pass(minutes=5)
    assert (reconcile(), reconcile()) == (0, 0)
    mails = [opened(row) for row in OutgoingMessage.objects.filter(idempotency_key__startswith="forms.not-taken:")]
    assert [mail.to for mail in mails] == [CONTACT["email"]]
    assert "/forms/return/" in mails[0].body
    work()
    assert Payment.objects.get().state == server.only["state"] == "cancelled"


@pytest.fixture
def case(payer, server, work):
    """A collection that is booked and paid."""
    server.pay()
    payer.come_back()
    work()
    return Submission.objects.get()


def test_the_copy_for_a_person_names_their_bookings_and_payments(case, server, work):
    refund(Payment.objects.get(), 500, User.objects.create_user("giver"))
    work()
    held = about_case(case)
    (booked,) = held["bookings"]
    assert (booked["what"], booked["where"], booked["state"]) == ("Museum visit", "Bell Lane; gate 2", "booked")
    assert booked["begins_at"] == Booking.objects.get().seat.slot.starts_at.isoformat()
    (paid,) = held["payments"]
    assert (paid["amount"], paid["state"], paid["refunded"]) == ("£25", "paid", "£5")
    assert paid["reference"] == Payment.objects.get().reference
    assert [(back["amount"], bool(back["arrived_at"])) for back in paid["refunds"]] == [("£5", True)]
    page = zipfile.ZipFile(io.BytesIO(copy_for([case]))).read("index.html").decode()
    for words in ("Museum visit", "£25", "Given back:", paid["reference"]):
        assert words in page


def test_erasure_gives_the_seat_to_who_waits_and_keeps_what_accounts_need(case, collection, work):
    waiting = Visitor(Client())
    waiting.start()
    slot = Booking.objects.get().seat.slot
    waits = Draft.objects.get(submitted_at=None)
    join(waits, "time", [slot], "next@example.org")
    before = Payment.objects.values("amount", "state", "reference", "provider_ref", "captured_at").get()
    assert offer_seats() == 0
    assert erase_case(case, "asked")
    booking, payment = Booking.objects.get(), Payment.objects.get()
    assert (booking.state, booking.submission, booking.draft) == ("released", None, None)
    assert Payment.objects.values(*before).get() == before
    assert (payment.submission, payment.draft, payment.next_url) == (case, None, "")
    assert offer_seats() == 1
    offer = opened(OutgoingMessage.objects.get(idempotency_key__startswith="forms.waiting:"))
    assert offer.to == "next@example.org"
    assert Booking.objects.get(state="held").draft == waits
    work()
    assert Payment.objects.get().refunded == 0, "what is erased is not given back"


def test_a_visit_that_is_over_stays_counted_and_belongs_to_nobody(case, collection):
    Slot.objects.update(starts_at=F("starts_at") - timedelta(days=30), ends_at=F("ends_at") - timedelta(days=30))
    erase_case(case, "asked")
    booking = Booking.objects.get()
    assert (booking.state, booking.submission) == ("confirmed", None)
    staff = Client()
    staff.force_login(User.objects.create_superuser("boss", "boss@example.org", "x"))
    day = timezone.localdate(booking.seat.slot.starts_at)
    page = staff.get(f"/admin/booking_calendars/{collection.pk}/times/?from={day}").text
    assert "booked, the request is erased" in page


def test_the_clock_waits_for_a_visit_that_is_still_to_come(case):
    Submission.objects.update(closed_at=timezone.now() - timedelta(days=4000))
    assert not requests_due(case.version).exists()
    erase_due()
    assert Submission.objects.get().erased_at is None
    assert Booking.objects.get().state == "confirmed"
    Slot.objects.update(starts_at=F("starts_at") - timedelta(days=30), ends_at=F("ends_at") - timedelta(days=30))
    assert erase_due() >= 1
    assert Submission.objects.get().erased_at

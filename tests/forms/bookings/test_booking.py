"""Residents pick a free time, keep it while they fill in the rest, and lose nothing when it is gone."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from forms.bookings.making import make
from forms.bookings.seats import release_run_out
from forms.models import Booking, Draft, Slot, Submission
from forms.models.booking import BookingState
from forms.runner.journey import Journey
from tests.forms.bookings.conftest import CONTACT, Visitor, interval_in

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").main.text.split())


def test_a_picked_time_is_held_then_booked_and_stands_on_the_receipt(visitor, slots):
    visitor.start()
    page = visitor.client.get(f"{visitor.base}/when")
    boxes = BeautifulSoup(page.content, "html.parser").select("input[type=radio]")
    assert [box["value"] for box in boxes] == [str(slot.interval) for slot in slots]
    assert boxes[0]["id"] == "time"
    visitor.pick(slots[0])
    held = Booking.objects.get()
    assert (held.state, held.seat.slot) == ("held", slots[0])
    assert timedelta(minutes=14) < held.hold_until - timezone.now() <= timedelta(minutes=15)
    assert "We keep the time that you chose for you until" in text_of(visitor.client.get(f"{visitor.base}/when"))
    visitor.answer("contact", CONTACT)
    receipt = text_of(visitor.client.get(visitor.send()))
    booked = Booking.objects.get()
    assert (booked.state, booked.submission, booked.draft) == ("confirmed", Submission.objects.get(), None)
    assert "Museum visit" in receipt
    assert "Bell Lane; gate 2" in receipt
    assert "Change or cancel your booking" in receipt


def test_another_choice_gives_the_first_time_back(visitor, slots):
    visitor.start()
    visitor.pick(slots[0])
    visitor.pick(slots[1])
    assert [row.seat.slot for row in Booking.objects.exclude(state="released")] == [slots[1]]


def test_a_time_that_was_taken_meanwhile_is_said_and_all_answers_are_kept(visitor, slots):
    visitor.start()
    visitor.pick(slots[0])
    visitor.answer("contact", CONTACT)
    Booking.objects.update(hold_until=timezone.now() - timedelta(seconds=1))
    assert release_run_out() == 1
    Visitor(Client()).book(slots[0])
    refused = visitor.client.post(f"{visitor.base}/check")
    assert refused["Location"] == f"{visitor.base}/when"
    page = visitor.client.get(refused["Location"])
    assert "The time that you chose is no longer free. Your other answers are kept." in text_of(page)
    assert BeautifulSoup(page.content, "html.parser").title.text.startswith("Error:")
    assert Submission.objects.count() == 1
    journey = Journey.open(Draft.objects.get(submitted_at=None))
    assert journey.answers["name"] == CONTACT["name"]
    visitor.pick(slots[1])
    assert visitor.client.get(visitor.send()).status_code == 200


def test_a_hold_that_ran_out_is_taken_again_where_the_seat_is_still_free(visitor, slots):
    visitor.start()
    visitor.pick(slots[0])
    visitor.answer("contact", CONTACT)
    Booking.objects.update(hold_until=timezone.now() - timedelta(seconds=1))
    assert visitor.client.get(visitor.send()).status_code == 200
    assert Booking.objects.get(state=BookingState.CONFIRMED).seat.slot == slots[0]


FORGED = ["", "tomorrow", "2026-13-01T00:00Z/2026-13-01T01:00Z", "2031-01-01T00:00Z/2031-01-01T01:00Z"]


@pytest.mark.parametrize("forged", FORGED)
def test_what_is_no_time_of_ours_is_refused(visitor, slots, forged):
    visitor.start()
    assert visitor.answer("when", {"time": forged}).status_code == 422
    assert not Booking.objects.exists()


def test_a_time_that_somebody_holds_is_not_shown_to_others(visitor, slots):
    visitor.start()
    visitor.pick(slots[0])
    other = Visitor(Client())
    other.start()
    assert str(slots[0].interval) not in other.client.get(f"{other.base}/when").content.decode()
    refused = other.pick(slots[0])
    assert refused.status_code == 422
    assert "no longer free" in text_of(refused)


def test_no_free_time_is_said_with_what_to_do(visitor, slots):
    Slot.objects.update(closed_at=timezone.now())
    visitor.start()
    page = text_of(visitor.client.get(f"{visitor.base}/when"))
    assert "There are no free times at the moment." in page
    assert "Call 01632 960101" in page


def test_many_days_are_shown_in_pages_that_lead_to_each_other(booking_page, client, resource, slots):
    make(resource, [interval_in(200 + 24 * day) for day in range(15)], 1)
    visitor = Visitor(client)
    visitor.start()
    page = BeautifulSoup(client.get(f"{visitor.base}/when").content, "html.parser")
    assert len(page.select("input[type=radio]")) == 10
    later = next(link["href"] for link in page.select("main a") if "later" in link.text)
    second = BeautifulSoup(client.get(f"{visitor.base}/when{later}").content, "html.parser")
    assert len(second.select("input[type=radio]")) == 8
    assert "Show the first free times" in second.text
    assert client.get(f"{visitor.base}/when?from=nonsense").status_code == 200

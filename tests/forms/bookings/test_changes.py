"""Change and cancel by a signed link, in time; the calendar file; the waiting list; days that are closed."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import OutgoingMessage, Team
from forms.bookings.closing import close_day, open_day
from forms.bookings.free import free_slots
from forms.bookings.ics import calendar_file
from forms.bookings.links import booking_url
from forms.bookings.making import make
from forms.bookings.seats import hold, hold_again, slot_questions
from forms.bookings.waiting import OFFER, offer_seats
from forms.models import Booking, FormVersion, Slot, Submission, Waiting
from forms.services import start_draft
from tests.forms.bookings.conftest import CONTACT, Visitor, interval_in
from tests.forms.bookings.test_booking import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(visitor, slots):
    visitor.book(slots[0])
    return Booking.objects.get(state="confirmed")


def mails(to):
    found = [opened(row) for row in OutgoingMessage.objects.order_by("created_at")]
    return [mail for mail in found if mail.to == to]


def test_the_link_stands_in_the_receipt_and_opening_it_changes_nothing(booked):
    link = re.search(r"/forms/booking/\S+", mails(CONTACT["email"])[0].body)[0]
    browser = Client()
    for address in (link, f"{link}/move", f"{link}/cancel"):
        page = browser.get(address)
        assert page.status_code == 200
        assert not page.cookies
        assert page["Cache-Control"] == "no-store, private"
    booked.refresh_from_db()
    assert (booked.state, booked.changes) == ("confirmed", 0)
    assert browser.get("/forms/booking/forged").status_code == 404


def test_moving_takes_the_new_seat_gives_the_old_one_back_and_tells_both(booked, slots):
    address = booking_url(booked, "move-booking")
    moved = Client().post(address, {"slot": str(slots[1].interval)})
    assert "Your booking is changed" in text_of(Client().get(moved["Location"]))
    booked.refresh_from_db()
    submission = Submission.objects.get()
    assert (booked.seat.slot, booked.changes) == (slots[1], 1)
    assert submission.open_content()["answers"]["time"] == str(slots[1].interval)
    assert slots[0] in free_slots(slots[0].resource)
    assert "You moved your booking to" in submission.events.last().public_text
    assert len(mails("bins@example.org")) == 1
    assert "You moved your booking" in mails(CONTACT["email"])[-1].body


def test_the_other_times_stand_on_pages_of_ten_days(booked, resource):
    make(resource, [interval_in(24 * day) for day in range(10, 32)], 1)
    address = booking_url(booked, "move-booking")

    def shown(response):
        html = BeautifulSoup(response.content, "html.parser")
        days = [legend.text.strip() for legend in html.select("fieldset fieldset legend")]
        return days, {link.text: link["href"] for link in html.select("main li a")}

    first, more = shown(Client().get(address))
    assert (len(first), list(more)) == (10, ["Show later times"])
    second, more = shown(Client().get(address + more["Show later times"]))
    assert (len(second), set(first) & set(second)) == (10, set())
    third, more = shown(Client().get(address + more["Show later times"]))
    assert (len(third), more) == (4, {"Show the first free times": "?"})
    refused = Client().post(f"{address}?from=never", {"slot": ""})
    assert (refused.status_code, shown(refused)[0]) == (422, first)


def test_a_full_or_forged_time_leaves_the_old_booking(booked, slots):
    Visitor(Client()).book(slots[1])
    address = booking_url(booked, "move-booking")
    assert Client().post(address, {"slot": str(slots[1].interval)}).status_code == 409
    assert Client().post(address, {"slot": "never"}).status_code == 422
    booked.refresh_from_db()
    assert booked.seat.slot == slots[0]


def test_cancelling_twice_is_cancelling_once(booked, slots):
    address = booking_url(booked, "cancel-booking")
    for _again in range(2):
        page = Client().get(Client().post(address)["Location"])
        assert "Your booking is cancelled" in text_of(page)
    submission = Submission.objects.get()
    assert submission.status == "closed"
    assert [event.public_text for event in submission.events.all()] == ["", "You cancelled your booking."]
    assert slots[0] in free_slots(slots[0].resource)


def test_after_the_cut_off_it_says_to_call(booked):
    Slot.objects.filter(pk=booked.seat.slot_id).update(starts_at=timezone.now() + timedelta(hours=47))
    page = text_of(Client().get(booking_url(booked)))
    assert "It is too late to change or cancel it here. Call us if you cannot come." in page
    for view in ("move-booking", "cancel-booking"):
        assert Client().post(booking_url(booked, view))["Location"].split(":")[0] == booking_url(booked).split(":")[0]
    booked.refresh_from_db()
    assert booked.state == "confirmed"


def test_the_calendar_file_is_rfc_5545(booked):
    booked.seat.slot.starts_at = datetime(2027, 3, 28, 9, tzinfo=UTC)
    booked.seat.slot.ends_at = datetime(2027, 3, 28, 11, tzinfo=UTC)
    booked.seat.slot.resource.name = "Besuch, früh; " + "sehr " * 20
    raw = calendar_file(booked, datetime(2026, 11, 29, tzinfo=UTC))
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.decode().replace("\r\n ", "")
    assert "DTSTART:20270328T090000Z\r\nDTEND:20270328T110000Z" in text
    assert "SUMMARY:Besuch\\, früh\\; sehr" in text
    assert "LOCATION:Bell Lane\\; gate 2" in text
    assert "SEQUENCE:0" in text
    served = Client().get(booking_url(booked, "ics"))
    assert served["Content-Type"] == "text/calendar; charset=utf-8"
    assert CONTACT["name"] not in served.content.decode()


def test_who_waits_is_written_to_once_and_the_seat_is_kept_for_a_day(booked, slots):
    late = Visitor(Client())
    late.start()
    page = late.client.get(f"{late.base}/when")
    assert "Tell me if a time that is full becomes free" in text_of(page)
    address = f"{late.base}/when/waiting-list"
    assert late.client.post(address, {"times": [], "email": "nobody"}).status_code == 422
    answer = {"times": [str(slots[0].interval)], "email": "late@example.org"}
    for _again in range(2):
        assert "You are on the waiting list" in text_of(late.client.post(address, answer))
    assert Waiting.objects.count() == 1
    assert offer_seats() == 0
    Client().post(booking_url(booked, "cancel-booking"))
    assert (offer_seats(), offer_seats()) == (1, 0)
    (mail,) = mails("late@example.org")
    held = Booking.objects.get(state="held")
    assert held.hold_until - timezone.now() > timedelta(hours=23)
    there = Client()
    link = re.search(r"/forms/return/\S+", mail.body)[0]
    there.post(link)
    came = Visitor(there)
    came.base = late.base
    assert came.pick(slots[0]).status_code == 302
    came.answer("contact", CONTACT)
    assert there.get(came.send()).status_code == 200


def test_what_was_offered_is_kept_for_a_day_also_when_its_owner_goes_on(booking_page, slots):
    version = FormVersion.objects.running().get(form=booking_page.pk)
    draft = start_draft(version, "owner")
    (question,) = slot_questions(version.compiled)
    hold(draft, question, str(slots[0].interval), until=OFFER)
    hold_again(draft, version.compiled, {"time": str(slots[0].interval)})
    assert Booking.objects.get(state="held").hold_until - timezone.now() > timedelta(hours=23)
    Booking.objects.update(hold_until=timezone.now())
    hold_again(draft, version.compiled, {"time": str(slots[0].interval)})
    assert Booking.objects.get(state="held").hold_until - timezone.now() > timedelta(minutes=14)


def test_the_request_ends_with_its_last_booking(booked, slots):
    other = Booking.objects.create(
        seat=slots[1].seats.get(), submission=booked.submission, question_key="second", state="confirmed"
    )
    Client().post(booking_url(booked, "cancel-booking"))
    assert Submission.objects.get().status == "received"
    Client().post(booking_url(other, "cancel-booking"))
    submission = Submission.objects.get()
    assert (submission.status, submission.events.last().source) == ("closed", "resident")
    assert len(mails("bins@example.org")) == 2


def test_the_team_that_looks_after_it_now_hears_of_a_change(booked, slots):
    Submission.objects.update(team=Team.objects.create(name="Parks", email="parks@example.org"))
    Client().post(booking_url(booked, "cancel-booking"))
    assert len(mails("parks@example.org")) == 1
    assert mails("bins@example.org") == []


def test_a_calendar_with_bookings_is_not_deleted(booked, resource, admin_client):
    answer = admin_client.post(f"/admin/booking_calendars/delete/{resource.pk}/", follow=True)
    assert "is not deleted" in answer.text
    booked.refresh_from_db()
    assert booked.state == "confirmed"


def test_a_closed_day_asks_those_who_are_booked_to_choose_again(booked, slots, resource):
    day = timezone.localdate(slots[0].starts_at)
    assert close_day(resource, day, "The roof leaks.") == 1
    assert "We had to close the time that you booked." in mails(CONTACT["email"])[-1].body
    assert "The roof leaks." in mails(CONTACT["email"])[-1].body
    assert "We had to close this time. We are sorry." in text_of(Client().get(booking_url(booked)))
    moved = Client().post(booking_url(booked, "move-booking"), {"slot": str(slots[2].interval)})
    assert moved.status_code == 302
    assert slots[0] not in free_slots(resource)
    open_day(resource, day)
    assert slots[0] in free_slots(resource)

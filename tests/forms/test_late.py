"""From Send to the day after the promise, over Christmas: the resident is told once that it is late, and what to do."""

import re
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from core.messages_out.sealing import opened
from core.models import OutgoingMessage
from forms.delivery.late import tell_late
from forms.models import Submission
from forms.services import set_status

pytestmark = pytest.mark.django_db
#: Two working days from here: Thursday 24 December and, after Christmas, the weekend and Boxing Day's substitute,
#: Tuesday 29 December.
SENT = datetime(2026, 12, 23, 15, tzinfo=UTC)
DUE, SORRY, WHAT_TO_DO = date(2026, 12, 29), "This is late. We are sorry.", "Call us."


@pytest.fixture
def clock(monkeypatch):
    """Return a function that moves the clock to an hour of December 2026 or January 2027."""

    def to(day, hour=12, month=12):
        moment = datetime(2026 if month == 12 else 2027, month, day, hour, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    to(SENT.day, SENT.hour)
    return to


@pytest.fixture
def submission(clock, resident):
    resident.start()
    resident.walk()
    resident.send()
    return Submission.objects.get()


def notices():
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith="forms.update:").order_by("created_at")
    return [opened(row) for row in rows]


def status_page():
    """Follow the link of the receipt as its owner does, and return the words of the page."""
    mail = opened(OutgoingMessage.objects.get(idempotency_key__startswith="forms.receipt:"))
    page = Client().get(re.search(r"/forms/follow/\S+", mail.body)[0])
    assert page.status_code == 200
    return " ".join(BeautifulSoup(page.content, "html.parser").main.text.split())


def test_a_promise_over_christmas_is_late_on_the_day_after_and_said_once(submission, clock):
    assert submission.due_on == DUE
    assert "29 December 2026" in status_page()
    for day in range(24, 30):
        clock(day)
        assert tell_late() == 0, f"{day} December is no day to be late on"
        assert SORRY not in status_page()
    clock(29, hour=23)
    assert tell_late() == 0
    clock(30, hour=0)
    assert tell_late() == 1
    (notice,) = notices()
    assert notice.to == "zoe@example.org"
    for words in (SORRY, "We promised it by: Tuesday 29 December 2026", WHAT_TO_DO, "01632 960101", "/forms/follow/"):
        assert words in " ".join(notice.body.split())
    assert "We will deal with it by" not in notice.body, "no new promise is made up"
    page = status_page()
    assert f"{SORRY} {WHAT_TO_DO}" in page
    assert page.count(SORRY) == 1
    for day in (30, 31):
        clock(day, hour=23)
        assert tell_late() == 0
    clock(4, month=1)
    assert tell_late() == 0
    assert len(notices()) == 1


def test_what_staff_say_later_does_not_start_it_again(submission, clock):
    clock(30)
    assert tell_late() == 1
    set_status(Submission.objects.get(), "in_progress", public_text="A crew comes on Monday.")
    clock(31)
    assert tell_late() == 0
    assert len(notices()) == 2
    assert SORRY in status_page()
    set_status(Submission.objects.get(), "closed", public_text="It is done.")
    assert tell_late() == 0
    assert SORRY not in status_page()
    assert len(notices()) == 3


def test_what_is_done_in_time_is_never_late(submission, clock):
    clock(29, hour=16)
    set_status(submission, "closed")
    clock(30)
    assert tell_late() == 0
    assert SORRY not in status_page()


def test_who_stopped_the_messages_gets_none_and_the_page_says_it_all_the_same(submission, clock):
    Submission.objects.update(updates_stopped_at=timezone.now())
    clock(30)
    assert [tell_late(), tell_late()] == [1, 0]
    assert notices() == []
    assert f"{SORRY} {WHAT_TO_DO}" in status_page()

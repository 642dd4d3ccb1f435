"""A calendar with a few times, and a form that books one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forms.bookings.free import free_slots
from forms.bookings.making import make
from forms.engine.slots import Interval
from forms.models import Resource
from forms.services import publish_version
from tests.forms.conftest import CONTACT, Resident

WHEN = {
    "slug": "when",
    "title": "When?",
    "questions": [
        {"kind": "slot", "key": "time", "label": "When?", "error_missing": "Choose a time.", "resource": "visits"}
    ],
}
WORDS = {"error_missing": "Enter it.", "error_invalid": "Enter it as on an envelope."}
ABOUT = {
    "slug": "contact",
    "title": "You",
    "questions": [
        {"kind": "name", "key": "name", "label": "Name", "maps_to": "name", **WORDS},
        {"kind": "email", "key": "email", "label": "Email", "maps_to": "email", **WORDS},
    ],
}


def interval_in(hours, minutes=60):
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(hours=hours)
    return Interval(start, start + timedelta(minutes=minutes))


def make_resource(*, seats=1, hours=(100, 124, 148), **facts):
    resource = Resource.objects.create(key="visits", name="Museum visit", place="Bell Lane; gate 2", **facts)
    make(resource, [interval_in(hour) for hour in hours], seats)
    return resource


@pytest.fixture
def resource(db):
    return make_resource()


@pytest.fixture
def slots(resource):
    return list(free_slots(resource))


@pytest.fixture
def booking_page(make_page, resource):
    page = make_page(slug="book-a-visit", steps=[WHEN, ABOUT], examples=[])
    page.save_revision().publish()
    publish_version(page)
    return page


class Visitor(Resident):
    """Books a visit."""

    def __init__(self, client) -> None:
        super().__init__(client, "book-a-visit")

    def pick(self, slot):
        return self.answer("when", {"time": str(slot.interval)})

    def book(self, slot):
        self.start()
        assert self.pick(slot).status_code == 302
        self.answer("contact", CONTACT)
        return self.send()


@pytest.fixture
def visitor(client, booking_page):
    return Visitor(client)

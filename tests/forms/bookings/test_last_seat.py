"""Twenty-four people at once for one seat, and for five: the database sells exactly as many, nobody loses answers."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from forms.bookings.free import free_slots
from forms.models import Booking, Draft, Submission
from forms.runner.journey import Journey
from tests.forms.bookings.conftest import ABOUT, CONTACT, WHEN, Visitor, make_resource

CLIENTS = 24


@pytest.fixture
def calendar(request, db):
    return make_resource(seats=request.param, hours=[100])


@pytest.mark.parametrize(("calendar", "seats"), [(1, 1), (5, 5)], indirect=["calendar"])
@pytest.mark.django_db(transaction=True)
def test_exactly_as_many_are_sold_as_there_are_seats(make_page, calendar, seats):
    page = make_page(slug="book-a-visit", steps=[WHEN, ABOUT])
    page.save_revision().publish()
    (slot,) = free_slots(calendar)
    visitors = [Visitor(Client()) for _ in range(CLIENTS)]
    for visitor in visitors:
        visitor.start()
        draft = Draft.objects.get(pk=visitor.base.rsplit("/", 1)[1])
        journey = Journey.open(draft)
        # All have chosen it, and nobody holds it: their quarter of an hour is over.
        journey.keep(journey.schema.step("when"), {"time": str(slot.interval)})
        visitor.answer("contact", CONTACT)
    barrier = Barrier(CLIENTS)

    def send(visitor):
        barrier.wait()
        try:
            return visitor.client.post(f"{visitor.base}/check")["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLIENTS) as pool:
        led = list(pool.map(send, visitors))
    assert sum("/forms/done/" in address for address in led) == seats
    assert sum(address.endswith("/when") for address in led) == CLIENTS - seats
    assert Booking.objects.taking(timezone.now()).count() == Submission.objects.count() == seats
    others = Draft.objects.filter(submitted_at=None)
    assert {Journey.open(draft).answers["name"] for draft in others} == {CONTACT["name"]}


@pytest.mark.django_db(transaction=True)
def test_picking_at_once_holds_each_seat_once(make_page):
    calendar = make_resource(seats=5, hours=[100])
    make_page(slug="book-a-visit", steps=[WHEN, ABOUT]).save_revision().publish()
    (slot,) = free_slots(calendar)
    visitors = [Visitor(Client()) for _ in range(CLIENTS)]
    for visitor in visitors:
        visitor.start()
    barrier = Barrier(CLIENTS)

    def pick(visitor):
        barrier.wait()
        try:
            return visitor.pick(slot).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(pick, visitors))
    assert sorted(set(answers)) == [302, 422]
    assert answers.count(302) == Booking.objects.taking(timezone.now()).count() == 5

"""Which times a resident can pick now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from forms.engine.slots import Interval
from forms.models import Booking, Draft, Resource, Seat, Slot

#: So many days with free times stand on one page.
DAYS_A_PAGE = 10


@dataclass(frozen=True)
class Day:
    """One day with its free times."""

    day: date
    slots: list[Slot]


@dataclass(frozen=True)
class DayPage:
    """As many days as stand on one page; ``later`` begins the next one and is empty on the last."""

    days: list[Day]
    later: str
    earlier: bool


def free_seats(slot: Any, now: datetime, *, draft: Draft | None = None, key: str = "") -> QuerySet[Seat]:
    """Return the seats of a time that nobody has; the hold of ``draft`` for question ``key`` keeps only others out."""
    taken = Booking.objects.taking(now).filter(seat=OuterRef("pk"))
    if draft:
        taken = taken.exclude(draft__isnull=False, draft=draft, question_key=key)
    return Seat.objects.filter(slot=slot).exclude(Exists(taken)).order_by("number")


def open_slots(resource: Resource, now: datetime | None = None) -> QuerySet[Slot]:
    """Return the times that are neither too soon nor too far ahead nor closed, free or not."""
    moment = now or timezone.now()
    last = moment + timedelta(days=resource.ahead_days)
    return Slot.objects.filter(
        resource=resource, closed_at=None, starts_at__gte=moment + resource.notice, starts_at__lte=last
    )


def free_slots(resource: Resource, draft: Draft | None = None, key: str = "") -> QuerySet[Slot]:
    """Return the open times with a free seat, soonest first; one that the draft holds for ``key`` is among them."""
    moment = timezone.now()
    return open_slots(resource, moment).filter(Exists(free_seats(OuterRef("pk"), moment, draft=draft, key=key)))


def full_slots(resource: Resource, now: datetime | None = None) -> QuerySet[Slot]:
    """Return the open times without a free seat."""
    moment = now or timezone.now()
    return open_slots(resource, moment).exclude(Exists(free_seats(OuterRef("pk"), moment)))


def by_day(slots: Iterable[Slot]) -> list[Day]:
    """Return times grouped by their day here."""
    days: list[Day] = []
    for slot in slots:
        day = timezone.localdate(slot.starts_at)
        if not days or days[-1].day != day:
            days.append(Day(day, []))
        days[-1].slots.append(slot)
    return days


def page_of_days(slots: Iterable[Slot], since: str) -> DayPage:
    """Return the days of a page that begins with the day ``since`` (ISO 8601), the first where that is none."""
    try:
        first = date.fromisoformat(since)
    except ValueError:
        first = date.min
    days = by_day(slots)
    shown = [day for day in days if day.day >= first]
    later = shown[DAYS_A_PAGE].day.isoformat() if len(shown) > DAYS_A_PAGE else ""
    return DayPage(shown[:DAYS_A_PAGE], later, earlier=len(shown) < len(days))


def find_slot(resource_key: str, interval: Interval | None) -> Slot | None:
    """Return the time that an answer names, or None where the calendar no longer has it like that."""
    if interval is None:
        return None
    rows = Slot.objects.select_related("resource").filter(resource__key=resource_key)
    return rows.filter(starts_at=interval.starts_at, ends_at=interval.ends_at).first()


def is_open(slot: Slot, now: datetime | None = None) -> bool:
    """Return whether a time can still be booked at all."""
    moment = now or timezone.now()
    return slot.closed_at is None and slot.starts_at >= moment + slot.resource.notice

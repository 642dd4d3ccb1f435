"""Make times: those of the opening times for the days ahead, and as many as staff ask for at once."""

from collections.abc import Collection, Iterator
from datetime import date, time, timedelta

from django.db import transaction
from django.utils import timezone

from core.services import is_working_day
from forms.bookings.times import interval_of
from forms.engine.slots import Interval
from forms.models import OpeningPattern, Resource, Seat, Slot

#: Times of one order; a slip of the finger in a year must not fill the table.
MOST = 2_000


class TooManyError(ValueError):
    """More times than one order may make."""


def make_due() -> int:
    """Make the times of all opening times up to the last day that people can book; return how many are new."""
    today = timezone.localdate()
    return sum(fill(resource, today) for resource in Resource.objects.prefetch_related("patterns", "closed_days"))


def fill(resource: Resource, first: date) -> int:
    """Make the times of a calendar's opening times from ``first`` on. Bank holidays are left out."""
    last = first + timedelta(days=resource.ahead_days + 1)
    closed = {row.day for row in resource.closed_days.all()}
    days = [day for day in days_between(first, last) if day not in closed]
    new = 0
    for pattern in resource.patterns.all():
        fitting = [day for day in days if day.weekday() == pattern.weekday and _is_open_on(day)]
        new += make(resource, _intervals(pattern, fitting), pattern.seats)
    return new


def make_many(
    resource: Resource,
    days: tuple[date, date],
    weekdays: Collection[int],
    clocks: Collection[time],
    *,
    minutes: int,
    seats: int,
) -> int:
    """Make times on each of the weekdays from the first to the last day; return how many are new.

    Those that are there stay as they are. Raises TooManyError.
    """
    fitting = [day for day in days_between(*days) if day.weekday() in weekdays]
    if len(fitting) * len(clocks) > MOST:
        raise TooManyError
    intervals = [interval_of(day, clock, minutes) for day in fitting for clock in clocks]
    return make(resource, [one for one in intervals if one], seats)


@transaction.atomic
def make(resource: Resource, intervals: Collection[Interval], seats: int) -> int:
    """Make those that are not there yet, with their seats; return how many."""
    starts = [interval.starts_at for interval in intervals]
    there = set(Slot.objects.filter(resource=resource, starts_at__in=starts).values_list("starts_at", flat=True))
    wanted = {one.starts_at: one for one in intervals if one.starts_at not in there}
    new = [Slot(resource=resource, starts_at=one.starts_at, ends_at=one.ends_at) for one in wanted.values()]
    Slot.objects.bulk_create(new, ignore_conflicts=True)
    made = Slot.objects.filter(resource=resource, starts_at__in=wanted, seats=None)
    rows = [Seat(slot=slot, number=number) for slot in made for number in range(1, seats + 1)]
    Seat.objects.bulk_create(rows, ignore_conflicts=True)
    return len(new)


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield each day from the first to the last, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _intervals(pattern: OpeningPattern, days: Collection[date]) -> list[Interval]:
    found = [interval_of(day, pattern.starts, pattern.minutes) for day in days]
    return [interval for interval in found if interval]


def _is_open_on(day: date) -> bool:
    """Return whether opening times hold on a day: Saturdays and Sundays may be open, bank holidays are not."""
    return day.weekday() > 4 or is_working_day(day)

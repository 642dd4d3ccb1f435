"""From a day and a time on the clock on the wall to a moment, also on the two days when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from forms.engine.slots import Interval


def moment_of(day: date, clock: time) -> datetime | None:
    """Return the moment in UTC, or None for a time that the clocks leave out. Of a time twice, the first."""
    local = datetime.combine(day, clock, tzinfo=timezone.get_default_timezone())
    moment = local.astimezone(UTC)
    back = moment.astimezone(timezone.get_default_timezone())
    return moment if back.replace(tzinfo=None) == local.replace(tzinfo=None) else None


def interval_of(day: date, clock: time, minutes: int) -> Interval | None:
    """Return the time of so many real minutes that begins then, or None where it cannot begin."""
    start = moment_of(day, clock)
    return Interval(start, start + timedelta(minutes=minutes)) if start else None


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the first moment of a day here and that of the next: 23, 24 or 25 hours apart."""
    zone = timezone.get_default_timezone()
    first, after = (datetime.combine(one, time.min, tzinfo=zone) for one in (day, day + timedelta(days=1)))
    return first.astimezone(UTC), after.astimezone(UTC)

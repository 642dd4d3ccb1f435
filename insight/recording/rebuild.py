"""Roll-ups made again from the events: the proof that they are right, and the way back if they are not."""

from collections import Counter
from datetime import date

from django.db import connections, router, transaction
from django.db.models import Min
from django.utils import timezone

from insight.models import DailyRollup, Event
from insight.models.daily_rollup import COUNTS
from insight.recording.rollup import Key, counts_of, key_of


def rebuild() -> int:
    """Replace the roll-ups of every day whose events are still kept, and return how many rows there are now.

    Retention removes whole days, so the first day with an event is complete; older roll-ups stay for ever.
    """
    with transaction.atomic():
        _hold_writers()
        first = _first_day()
        if first is None:
            return 0
        totals: Counter[tuple[Key, str]] = Counter()
        for event in Event.objects.iterator(chunk_size=5_000):
            key = key_of(event)
            if key is not None:
                totals.update({(key, name): count for name, count in zip(COUNTS, counts_of(event), strict=True)})
        DailyRollup.objects.filter(day__gte=first).delete()
        keys = sorted({key for key, _ in totals})
        rows = [DailyRollup(**key._asdict(), **{name: totals[key, name] for name in COUNTS}) for key in keys]
        DailyRollup.objects.bulk_create(rows, batch_size=1_000)
        return len(rows)


def _first_day() -> date | None:
    first = Event.objects.aggregate(first=Min("time"))["first"]
    return timezone.localdate(first) if first else None


def _hold_writers() -> None:
    """Wait for writers at work and hold new ones, so that none of their events is missed or counted twice.

    SQLite's IMMEDIATE transaction does that by itself. On PostgreSQL a writer that has stored its event and not
    yet its count waits here, and adds its count to the new rows afterwards.
    """
    connection = connections[router.db_for_write(DailyRollup)]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {DailyRollup._meta.db_table} IN EXCLUSIVE MODE")

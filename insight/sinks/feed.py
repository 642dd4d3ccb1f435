"""Cut the stream of events into batches, one outbox row each, and deliver such a row."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import OperationalError, connections, router, transaction
from django.db.models import Max
from django.utils import timezone

from core.services import Outcome, Rejected
from insight.models import Event, SinkBatch
from insight.sinks.base import Batch
from insight.sinks.registry import sink_names, sink_of

#: Events in one batch, and batches that one run makes: a new sink gets the whole history, piece by piece.
SIZE, MOST = 1_000, 100
KEPT = timedelta(days=30)


def feed(now: datetime | None = None) -> int:
    """Make the batches that are missing and return how many; delivered ones go after 30 days, the newest stays."""
    names = sink_names()
    if not names:
        return 0
    try:
        newest = _newest()
    except OperationalError:
        return 0  # a writer holds the table for long: the next run comes in a minute
    made = 0
    for name in names:
        made += _cut(name, newest)
        old = SinkBatch.objects.filter(sink=name, delivered_at__lt=(now or timezone.now()) - KEPT)
        old.exclude(last=_reached(name)).delete()
    return made


def deliver(row: SinkBatch) -> Outcome:
    """Send the row's events. A sink that is gone from the settings gets no more."""
    try:
        sink = sink_of(row.sink)
    except LookupError:
        return Rejected("no_such_sink")
    events = Event.objects.filter(number__gte=row.first, number__lte=row.last).order_by("number")
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "")
    return sink.send(Batch(row.idempotency_key, [event.envelope(base) for event in events]))


def _reached(name: str) -> int:
    last: int | None = SinkBatch.objects.filter(sink=name).aggregate(last=Max("last"))["last"]
    return last or 0


def _cut(name: str, newest: int) -> int:
    made, reached = 0, _reached(name)
    while reached < newest and made < MOST:
        piece = Event.objects.filter(number__gt=reached, number__lte=newest).order_by("number")
        numbers = list(piece.values_list("number", flat=True)[:SIZE])
        if not numbers:
            break
        key = f"insight.sink:{name}:{numbers[0]}-{numbers[-1]}"
        values = {"first": numbers[0], "last": numbers[-1], "idempotency_key": key}
        made += SinkBatch.objects.get_or_create(sink=name, last=numbers[-1], defaults=values)[1]
        reached = numbers[-1]
    return made


def _newest() -> int:
    """Return the highest number under which nothing can appear any more.

    PostgreSQL gives numbers before the commit: a writer at work may hold a lower one. It is waited for, for two
    seconds at most. SQLite has one writer at a time.
    """
    with transaction.atomic():
        connection = connections[router.db_for_write(Event)]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2s'")
                cursor.execute(f"LOCK TABLE {Event._meta.db_table} IN SHARE MODE")
        newest: int | None = Event.objects.aggregate(newest=Max("number"))["newest"]
    return newest or 0

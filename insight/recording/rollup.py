"""From an event to its row in the daily roll-up, and the one statement that adds it up."""

from datetime import date
from typing import NamedTuple

from django.db import connections, router
from django.utils import timezone

from insight.models import DailyRollup, Event
from insight.models.daily_rollup import COUNTS, DIMENSIONS
from insight.models.event import Standing
from insight.recording.schemas import TYPE_PREFIX

_NOT_COUNTED = {Standing.DUPLICATE, Standing.SPAM}


class Key(NamedTuple):
    """The dimensions of a row, in the order of ``DIMENSIONS``."""

    day: date
    subject: str
    service: str
    page: str
    channel: str
    locale: str
    question: str
    standing: str


def key_of(event: Event) -> Key | None:
    """Return the row that ``event`` counts in, or None when it counts nowhere. Days are those of the council."""
    if event.standing in _NOT_COUNTED:
        return None
    data = event.data
    return Key(
        timezone.localdate(event.time),
        event.subject,
        event.service,
        data.get("page", ""),
        data["channel"],
        data["locale"],
        _series(event),
        event.standing,
    )


def counts_of(event: Event) -> tuple[int, ...]:
    """Return (n, r1, ..., r5) that one event adds."""
    value = event.data.get("value")
    return (1, *(int(value == step) for step in range(1, 6)))


def add(event: Event) -> None:
    """Add ``event`` to its row. One statement: two writers at once can neither lose nor double a count."""
    key = key_of(event)
    if key is None:
        return
    with connections[router.db_for_write(DailyRollup)].cursor() as cursor:
        cursor.execute(_UPSERT, [*key, *counts_of(event)])


def _series(event: Event) -> str:
    kind = event.type.removeprefix(TYPE_PREFIX).rpartition(".v")[0]
    if kind == "rating":
        return f"{event.data['question_id']}/{event.data['question_version']}"
    if kind == "search" and not event.data["results"]:
        return "search.nothing-found"
    step = event.data.get("step")
    return f"{kind}:{step}"[:120] if step else kind


_TABLE = DailyRollup._meta.db_table
_UPSERT = (
    f"INSERT INTO {_TABLE} ({', '.join((*DIMENSIONS, *COUNTS))}) "  # noqa: S608 - names of our own columns only
    f"VALUES ({', '.join(['%s'] * (len(DIMENSIONS) + len(COUNTS)))}) "
    f"ON CONFLICT ({', '.join(DIMENSIONS)}) DO UPDATE SET "
    + ", ".join(f"{count} = {_TABLE}.{count} + excluded.{count}" for count in COUNTS)
)

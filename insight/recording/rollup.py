"""From an event to its row in the daily roll-up, and the one statement that adds many up."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db import connections, router
from django.utils import timezone

from insight.models import DailyRollup, Event
from insight.models.daily_rollup import COUNTS, DIMENSIONS
from insight.models.event import Standing
from insight.recording.schemas import TYPE_PREFIX

_VOLUME = f"{TYPE_PREFIX}contact.volume."
#: States in which a request is over.
ENDS = frozenset({"closed", "decided"})
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
    """Return (n, r1, ..., r5) that one event adds: what it counts, and how often each value was given."""
    if event.type.startswith(_VOLUME):
        # Contacts, answered, avoidable, solved at first contact, repeated: a count of many stands for as many rows.
        told = (event.data.get(name, 0) for name in ("contacts", "answered", "avoidable", "resolved_first", "repeat"))
        return (*told, 0)
    value = event.data.get("value") or _kept(event)
    return (1, *(int(value == step) for step in range(1, 6)))


def _kept(event: Event) -> int | None:
    """Return 2 for what was finished by the promised day, 1 for what was late, None for anything else."""
    told = event.data
    promised, finished = told.get("promised_on") or told.get("due_on"), told.get("closed_on")
    if told.get("state") in ENDS:
        finished = told["at"]
    return 1 + (finished <= promised) if promised and finished else None


def add(events: Iterable[Event]) -> None:
    """Add ``events`` to their rows. One statement: two writers at once can neither lose nor double a count."""
    totals: dict[Key, list[int]] = {}
    for event in events:
        key = key_of(event)
        if key is not None:
            counts = totals.setdefault(key, [0] * len(COUNTS))
            counts[:] = map(sum, zip(counts, counts_of(event), strict=True))
    if not totals:
        return
    # Always in the same order: two writers with the same rows wait for each other and never both at once.
    values: list[Any] = [value for key in sorted(totals) for value in (*key, *totals[key])]
    with connections[router.db_for_write(DailyRollup)].cursor() as cursor:
        cursor.execute(_INSERT + ", ".join([_ROW] * len(totals)) + _UPSERT, values)


def _series(event: Event) -> str:
    kind = event.type.removeprefix(TYPE_PREFIX).rpartition(".v")[0]
    if kind == "rating":
        return f"{event.data['question_id']}/{event.data['question_version']}"
    if kind == "search" and not event.data["results"]:
        return "search.nothing-found"
    if "stage" in event.data:
        return f"{kind}.{event.data['stage']}"
    step = event.data.get("step")
    return f"{kind}:{step}"[:120] if step else kind


_TABLE = DailyRollup._meta.db_table
_INSERT = f"INSERT INTO {_TABLE} ({', '.join((*DIMENSIONS, *COUNTS))}) VALUES "  # noqa: S608 - names of our own columns only
_ROW = f"({', '.join(['%s'] * (len(DIMENSIONS) + len(COUNTS)))})"
_UPSERT = f" ON CONFLICT ({', '.join(DIMENSIONS)}) DO UPDATE SET " + ", ".join(
    f"{count} = {_TABLE}.{count} + excluded.{count}" for count in COUNTS
)

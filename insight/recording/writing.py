"""Facts into the database: all events in one statement, all their counts in others, in the caller's transaction."""

from collections.abc import Sequence

from django.db import connections, router

from insight.models import Event
from insight.recording import rollup
from insight.recording.fact import Fact
from insight.voices.counting import count_campaigns

#: Rows of one statement: their values stay under SQLite's limit of 32,766.
MOST_ROWS = 500
_FIELDS = [field for field in Event._meta.local_concrete_fields if not field.primary_key]
_ROW = f"({', '.join(['%s'] * len(_FIELDS))})"
_INSERT = f"INSERT INTO {Event._meta.db_table} ({', '.join(str(field.column) for field in _FIELDS)}) VALUES "  # noqa: S608 - names of our own columns only
_ONCE = " ON CONFLICT (event_id, source) DO NOTHING RETURNING source, event_id"


def write(facts: Sequence[Fact]) -> set[tuple[str, str]]:
    """Store and count what is not known yet; return the keys of what was new. A fact told twice is taken once."""
    new: set[tuple[str, str]] = set()
    for start in range(0, len(facts), MOST_ROWS):
        events = {fact.key: fact.event() for fact in reversed(facts[start : start + MOST_ROWS])}
        stored = _insert([event for _key, event in reversed(events.items())])
        told = [event for key, event in events.items() if key in stored]
        rollup.add(told)
        count_campaigns(told)
        new |= stored
    return new


def _insert(events: Sequence[Event]) -> set[tuple[str, str]]:
    connection = connections[router.db_for_write(Event)]
    values = [
        field.get_db_prep_save(getattr(event, field.attname), connection) for event in events for field in _FIELDS
    ]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT + ", ".join([_ROW] * len(events)) + _ONCE, values)
        return set(cursor.fetchall())

"""The one way into the store: check against the schema, then event and roll-up in one transaction."""

import logging
from collections.abc import Callable, Sequence
from typing import Literal

from django.conf import settings
from django.db import DatabaseError, connections, router, transaction

from insight.models import Event, SetAsideEvent
from insight.recording import schemas
from insight.recording.fact import Fact
from insight.recording.group import Group
from insight.recording.turn import turn
from insight.recording.writing import write

__all__ = ["Fact", "SchemaFaultError", "record", "record_all", "record_each"]
Outcome = Literal["stored", "known", "failed"]
logger = logging.getLogger(__name__)


class SchemaFaultError(ValueError):
    """The data does not match the published schema; only raised where settings ask for it (tests)."""


def record(fact: Fact, alongside: Callable[[], object] | None = None) -> str:
    """Store ``fact`` and return its event id; an empty string when it could not be stored.

    ``alongside`` writes what belongs to the event, in its transaction, and only the first time. A fact that is
    known already changes nothing and returns its id. Runs in a savepoint: the caller's own transaction goes on
    whatever happens here.
    """
    fault = schemas.fault(fact.name, fact.version, fact.data)
    try:
        if fault:
            return _set_aside(fact, fault)
        if alongside is None and not connections[router.db_for_write(Event)].in_atomic_block:
            _group.add(fact)
            return fact.event_id
        with transaction.atomic():
            if write([fact]) and alongside is not None:
                alongside()
    except DatabaseError:
        logger.exception("An event of type %s could not be stored.", fact.name)
        return ""
    return fact.event_id


def record_all(facts: Sequence[Fact]) -> set[tuple[str, str]]:
    """Store facts that fit their schemas, in one transaction, and return the keys of those that were new.

    Raises DatabaseError, and then none is stored.
    """
    with transaction.atomic():
        return write(facts)


def record_each(facts: Sequence[Fact]) -> list[Outcome]:
    """Do the same and return what became of each, in order; where it fails together, each is tried by itself."""
    if not facts:
        return []
    try:
        new = record_all(facts)
    except DatabaseError:
        if len(facts) > 1:
            return [outcome for fact in facts for outcome in record_each([fact])]
        logger.exception("An event of type %s could not be stored.", facts[0].name)
        return ["failed"]
    outcomes: list[Outcome] = []
    for fact in facts:  # told twice, it is known the second time
        outcomes.append("stored" if fact.key in new else "known")
        new.discard(fact.key)
    return outcomes


def _take_turn(facts: Sequence[Fact]) -> None:
    with turn(connections[router.db_for_write(Event)]):
        record_all(facts)


_group = Group(_take_turn)


def _set_aside(fact: Fact, fault: str) -> str:
    if getattr(settings, "WAYMARK_INSIGHT_STRICT", False):
        raise SchemaFaultError(f"{fact.name}: {fault}")
    logger.error("An event of type %s was set aside: %s", fact.name, fault)
    with transaction.atomic():
        SetAsideEvent.objects.create(type=fact.name, reason=fault)
    return ""

"""The one way into the store: check against the schema, then event and roll-up in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from insight.models import Event, SetAsideEvent
from insight.models.event import Standing
from insight.recording import rollup, schemas
from insight.recording.identifiers import time_ordered_id

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Fact:
    """An event before it is stored. ``name`` is the schema's, for example ``form.completed``."""

    name: str
    source: str
    subject: str
    data: dict[str, Any]
    version: int = 1
    standing: str = Standing.COUNTED
    service: str = ""
    event_id: str = field(default_factory=time_ordered_id)
    time: datetime = field(default_factory=timezone.now)


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
        with transaction.atomic():
            if fault:
                return _set_aside(fact, fault)
            if _store(fact) and alongside is not None:
                alongside()
    except DatabaseError:
        logger.exception("An event of type %s could not be stored.", fact.name)
        return ""
    return fact.event_id


def _store(fact: Fact) -> bool:
    """Write event and roll-up; return False when the event was there already."""
    event = Event(
        event_id=fact.event_id,
        source=fact.source,
        type=f"{schemas.TYPE_PREFIX}{fact.name}.v{fact.version}",
        time=fact.time,
        subject=fact.subject,
        dataschema=f"/schemas/insight/{fact.name}/v{fact.version}.json",
        standing=fact.standing,
        service=fact.service,
        data=fact.data,
    )
    try:
        with transaction.atomic():
            event.save(force_insert=True)
    except IntegrityError:
        if Event.objects.filter(source=fact.source, event_id=fact.event_id).exists():
            return False
        raise
    rollup.add(event)
    return True


def _set_aside(fact: Fact, fault: str) -> str:
    if getattr(settings, "WAYMARK_INSIGHT_STRICT", False):
        raise SchemaFaultError(f"{fact.name}: {fault}")
    logger.error("An event of type %s was set aside: %s", fact.name, fault)
    SetAsideEvent.objects.create(type=fact.name, reason=fault)
    return ""

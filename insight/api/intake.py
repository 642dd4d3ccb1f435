"""Events that another system sent: envelopes are read, texts are scrubbed, then all are stored together."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from insight.api.cleaning import clean, page_fault, size_fault
from insight.privacy import scrub, tidy
from insight.recording import schemas
from insight.recording.store import Fact, Outcome, record_each
from insight.sources.cells import AHEAD
from insight.sources.rows import OLDEST

#: What other systems may tell. Comments come through the widget or the adviser's form, where they are scrubbed first.
ACCEPTED = frozenset({"rating", "complaint", "compliment", "foi", "member.enquiry", "contact.volume", "status"})


class RefusedError(ValueError):
    """Why an event cannot be taken. It never repeats a value that was sent."""


def take(sent: Sequence[object], system: str) -> list[tuple[str, str]]:
    """Store what can be taken, together, and return (``stored``, ``known`` or ``refused``, why) of each, in order."""
    read = [_read(one, system) for one in sent]
    outcomes = iter(record_each([one for one in read if isinstance(one, Fact)]))
    return [("refused", one) if isinstance(one, str) else _told(next(outcomes)) for one in read]


def _read(sent: object, system: str) -> Fact | str:
    """Return the fact, or why it is refused."""
    try:
        fact = fact_of(sent, system)
        fault = schemas.fault(fact.name, fact.version, fact.data) or size_fault(fact) or page_fault(fact)
    except RefusedError as error:
        return str(error)
    except RecursionError:
        return "data holds brackets in brackets without end."
    return f"data does not fit {fact.name} v{fact.version}: {fault}." if fault else fact


def _told(outcome: Outcome) -> tuple[str, str]:
    return ("refused", "The event could not be stored. Send it again.") if outcome == "failed" else (outcome, "")


def fact_of(sent: object, system: str) -> Fact:
    """Return the fact in a CloudEvents 1.0 envelope. Raises RefusedError."""
    if not isinstance(sent, dict):
        raise RefusedError("An event is a JSON object.")
    if sent.get("specversion") != "1.0":
        raise RefusedError('specversion is missing or is not "1.0".')
    event_id = sent.get("id")
    if not isinstance(event_id, str) or not 1 <= len(event_id) <= 64 or not event_id.isprintable():
        raise RefusedError("id is missing, or is no text of at most 64 characters.")
    name, version = _type(sent.get("type"))
    data = sent.get("data")
    if not isinstance(data, dict):
        raise RefusedError("data is missing or is no JSON object.")
    service, subject = sent.get("service", ""), sent.get("subject", "")
    if not (isinstance(service, str) and isinstance(subject, str)) or len(service) > 80 or len(subject) > 160:
        raise RefusedError("service or subject is no text, or is too long (80 and 160 characters).")
    service = scrub(tidy(service)).text[:80]
    subject = scrub(tidy(subject)).text[:160] or f"service:{service or 'unknown'}"
    return Fact(
        name,
        f"/systems/{system}",
        subject,
        clean(data),
        version,
        service=service,
        event_id=event_id,
        time=_time(sent.get("time")),
    )


def _type(sent: object) -> tuple[str, int]:
    text = sent if isinstance(sent, str) else ""
    name, _dot, version = text.removeprefix(schemas.TYPE_PREFIX).rpartition(".v")
    if (
        not text.startswith(schemas.TYPE_PREFIX)
        or name not in ACCEPTED
        or not version.isascii()
        or not version.isdecimal()
    ):
        wanted = ", ".join(f"{schemas.TYPE_PREFIX}{one}.v1" for one in sorted(ACCEPTED))
        raise RefusedError(f"type is not one of: {wanted}.")
    if (name, int(version)) not in schemas.names():
        raise RefusedError(f"{name} has no version {int(version)}.")
    return name, int(version)


def _time(sent: object) -> datetime:
    """Return when it happened; clocks differ, so a day ahead is taken."""
    try:
        moment = parse_datetime(sent) if isinstance(sent, str) else None
    except ValueError:
        moment = None
    if moment is None:
        raise RefusedError("time is missing or is no date and time as in RFC 3339, for example 2026-03-31T12:00:00Z.")
    if timezone.is_naive(moment):
        raise RefusedError("time has no zone: end it with Z or an offset such as +01:00.")
    now = timezone.now()
    try:
        age = now - moment
    except OverflowError:  # the first and the last day of the calendar have no time in other zones
        age = timedelta.max
    if age < -AHEAD:
        raise RefusedError("time is more than a day ahead of our clock.")
    if moment.year < now.year - 3 or age > OLDEST:
        raise RefusedError(f"time is more than {OLDEST.days} days ago: events that old are no longer kept.")
    return moment

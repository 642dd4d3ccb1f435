"""Read what receivers say of a request, and write it into the request's story."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from core.services import record_event
from forms.delivery.base import InboundRefusedError, Report
from forms.delivery.status import ENDS, set_status
from forms.models import Connection, Delivery, InboundEvent, Submission
from forms.models.status import Source
from forms.models.submission import Status

LONGEST_TEXT = 500
#: A clock there may be so much ahead of ours. Without a limit one wrong year would silence all that comes after it.
AHEAD = timedelta(minutes=5)


def report_from_json(body: bytes, event_id: str) -> Report:
    """Read ``{"reference", "status", "at", "text"?}``. Raises InboundRefusedError (400) with a code that says what."""
    try:
        data: Any = json.loads(body)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise InboundRefusedError("not-json") from None
    if not isinstance(data, dict) or not isinstance(data.get("reference"), str) or not data["reference"]:
        raise InboundRefusedError("no-reference")
    return Report(
        data["reference"],
        known_status(data.get("status")),
        moment(data.get("at")),
        event_id,
        str(data.get("text") or ""),
    )


def known_status(value: Any) -> str:
    """Return one of our states. Raises InboundRefusedError for any other."""
    if value not in Status.values:
        raise InboundRefusedError("unknown-status")
    return str(value)


def moment(value: Any) -> datetime:
    """Return a time with its zone (ISO 8601). Raises InboundRefusedError for anything else."""
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise InboundRefusedError("no-time") from None
    if at.tzinfo is None:
        raise InboundRefusedError("no-time-zone")
    return at


def moment_or_none(text: str) -> datetime | None:
    """Return a time with its zone (ISO 8601), or None for anything else: when it was is not known then."""
    try:
        return moment(text)
    except InboundRefusedError:
        return None


@transaction.atomic
def take_report(connection: Connection, report: Report) -> bool:
    """Write a state into the story of its request and return whether anything is new.

    The same event twice, and one that is older than what we know, change nothing: the receiver's time decides, not
    ours. Raises InboundRefusedError (404) for a request that never went there.
    """
    sent = Delivery.objects.select_for_update(of=("self",)).select_related("submission")
    delivery = sent.filter(taken_by=connection.key, remote_ref=report.remote_ref).first()
    if delivery is None or not report.remote_ref:
        raise InboundRefusedError("unknown-request", status=404)
    if not _first_time(connection, report):
        return False
    now, submission, text = timezone.now(), delivery.submission, report.text.replace("\x00", "")[:LONGEST_TEXT]
    delivery.asked_at = now
    newest = _is_new(submission, report.status, text) if report.at is None else _is_newest(delivery, report.at)
    if newest and report.at is not None:
        delivery.told_at = min(report.at, now + AHEAD)
    delivery.save(update_fields=["asked_at", "told_at"])
    if not newest or (submission.status == report.status and not text) or _ended_since(delivery, report):
        return False
    set_status(submission, report.status, public_text=text)
    record_event(verb="submission.status", obj=submission, actor=None)
    return True


def _is_newest(delivery: Delivery, at: datetime) -> bool:
    return delivery.told_at is None or at > delivery.told_at


def _is_new(submission: Submission, status: str, text: str) -> bool:
    """Return whether a receiver that gives no times says something else than the last time."""
    last = submission.events.filter(source=Source.CONNECTOR).last()
    return last is None or (last.status, last.public_text) != (status, text)


def _ended_since(delivery: Delivery, report: Report) -> bool:
    """Return whether a state on the way is older than the end that somebody else set: it opens nothing again."""
    submission, ended = delivery.submission, delivery.submission.closed_at
    if ended is None or report.status in ENDS or report.at is None:
        return False
    last = submission.events.filter(status__in=ENDS).last()
    if last is not None and last.source == Source.CONNECTOR:
        # This receiver's own end is older, as its times say; another one's may be newer.
        return submission.deliveries.exclude(pk=delivery.pk).filter(told_at__gt=report.at).exists()
    return report.at < ended


def _first_time(connection: Connection, report: Report) -> bool:
    if not report.event_id:
        return True
    try:
        with transaction.atomic():
            InboundEvent.objects.create(
                connection=connection, event_id=report.event_id[:120], said_at=report.at or timezone.now()
            )
    except IntegrityError:
        return False
    return True

"""Read what receivers say of a request, and write it into the request's story."""

import json
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from core.services import record_event
from forms.delivery.base import InboundRefusedError, Report
from forms.delivery.status import set_status
from forms.models import Connection, Delivery, InboundEvent
from forms.models.submission import Status

LONGEST_TEXT = 500


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
    now = timezone.now()
    delivery.asked_at = now
    newest = delivery.told_at is None or report.at > delivery.told_at
    if newest:
        delivery.told_at = report.at
    delivery.save(update_fields=["asked_at", "told_at"])
    submission = delivery.submission
    if not newest or (submission.status == report.status and not report.text):
        return False
    set_status(submission, report.status, public_text=report.text.replace("\x00", "")[:LONGEST_TEXT])
    record_event(verb="submission.status", obj=submission, actor=None)
    return True


def _first_time(connection: Connection, report: Report) -> bool:
    if not report.event_id:
        return True
    try:
        with transaction.atomic():
            InboundEvent.objects.create(connection=connection, event_id=report.event_id[:120], said_at=report.at)
    except IntegrityError:
        return False
    return True

"""Write down what a delivery came to, and what staff decide about a row."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from core.models import OutboxItem
from core.outbox.backoff import delay
from core.outbox.outcome import Done, Outcome, Rejected, Retry

FREE: dict[str, Any] = {"lease_until": None, "lease_owner": ""}
REMOTE_REF_LENGTH = 200


def changes(outcome: Outcome, attempts: int, now: datetime) -> dict[str, Any]:
    """Return the columns that ``outcome`` sets."""
    match outcome:
        case Done(remote_ref):
            reference = remote_ref.replace("\x00", "")[:REMOTE_REF_LENGTH]
            return {"delivered_at": now, "remote_ref": reference, "last_error": ""}
        case Retry(code):
            return {"due_at": now + delay(attempts), "last_error": code}
        case Rejected(code):
            return {"dead_at": now, "last_error": code}


def settle(item: OutboxItem, outcome: Outcome, now: datetime) -> bool:
    """Store ``outcome`` and free the row; False when the lease ran out and another worker holds it now."""
    mine = type(item)._default_manager.filter(pk=item.pk, lease_owner=item.lease_owner, delivered_at=None)
    return mine.update(**changes(outcome, item.attempts, now), **FREE) == 1


def give_up(item: OutboxItem, *, code: str = "staff") -> bool:
    """Let staff stop a row that still waits; False when it was delivered or given up before."""
    waiting = type(item)._default_manager.filter(pk=item.pk, delivered_at=None, dead_at=None)
    return waiting.update(dead_at=timezone.now(), last_error=Rejected(code).code, **FREE) == 1


def try_again(item: OutboxItem) -> bool:
    """Let staff bring back a dead or waiting row, due at once and with the first waits again."""
    undelivered = type(item)._default_manager.filter(pk=item.pk, delivered_at=None)
    return undelivered.update(dead_at=None, due_at=timezone.now(), attempts=0) == 1

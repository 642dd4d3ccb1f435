"""Take one row for one worker, so that no two deliver it at the same time."""

import secrets
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import connections, router, transaction
from django.db.models import F, Q, QuerySet

from core.models import OutboxItem

#: Longer than any delivery may take; a worker that died is forgotten after it.
LEASE = timedelta(minutes=2)

Item = TypeVar("Item", bound=OutboxItem)


def claimable(model: type[Item], now: datetime) -> QuerySet[Item]:
    """Return waiting rows that are due and that nobody holds; rows that failed least come first."""
    waiting = model._default_manager.filter(delivered_at=None, dead_at=None, due_at__lte=now)
    free = waiting.filter(Q(lease_until=None) | Q(lease_until__lte=now))
    return free.order_by("attempts", "due_at")


def claim(model: type[Item], now: datetime) -> Item | None:
    """Return one row leased to the caller until ``now + LEASE``, or None when nothing is due.

    The try is counted here and not when it is settled, so that a row that kills its worker moves to the end.
    """
    alias = router.db_for_write(model)
    if not claimable(model, now).using(alias).exists():
        return None  # an idle worker reads only: on SQLite even an empty UPDATE takes the one write lock
    owner = secrets.token_hex(16)
    lease: dict[str, Any] = {"lease_owner": owner, "lease_until": now + LEASE, "attempts": F("attempts") + 1}
    if connections[alias].features.has_select_for_update_skip_locked:
        with transaction.atomic(using=alias):
            locked = claimable(model, now).using(alias).select_for_update(skip_locked=True)
            taken = model._default_manager.using(alias).filter(pk__in=list(locked.values_list("pk", flat=True)[:1]))
            taken.update(**lease)
    else:
        # SQLite has one writer at a time: a single conditional UPDATE is the lock.
        first = claimable(model, now).using(alias).values("pk")[:1]
        model._default_manager.using(alias).filter(pk__in=first).update(**lease)
    return model._default_manager.using(alias).filter(lease_owner=owner).first()

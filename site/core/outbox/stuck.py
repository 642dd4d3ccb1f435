"""What should have left and has not: a receiver that is away, or a worker that does not run."""

from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from core.models import OutboxItem

#: What waits longer is no short outage, and somebody should know.
PATIENCE = timedelta(minutes=15)

Item = TypeVar("Item", bound=OutboxItem)


def stuck(model: type[Item], now: datetime | None = None) -> QuerySet[Item]:
    """Return rows that were tried in vain for too long, or that nobody has tried although they are long due."""
    before = (now or timezone.now()) - PATIENCE
    waiting = model._default_manager.filter(delivered_at=None, dead_at=None)
    return waiting.filter(Q(attempts__gt=0, created_at__lt=before) | Q(due_at__lt=before))

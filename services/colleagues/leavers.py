"""Erase who left, some time after their last day: until then the list says that they left and to ask their team."""

from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from core.services import record_event
from services.models import Colleague


def kept_for() -> timedelta:
    """Return how long a leaver stays."""
    return timedelta(days=settings.WAYMARK_KEEP_LEAVERS_DAYS)


def erased_on(row: Colleague) -> date | None:
    """Return the day on which a leaver is erased; None for who works here."""
    return row.left_on + kept_for() if row.left_on else None


def erase_leavers(today: date | None = None) -> int:
    """Delete the rows whose time is over and return how many. The record keeps the number, and nobody's name."""
    over = (today or timezone.localdate()) - kept_for()
    count, _rows = Colleague.objects.filter(left_on__lte=over).delete()
    if count:
        words = f"services.colleague:{count} who left {settings.WAYMARK_KEEP_LEAVERS_DAYS} days ago or earlier"
        record_event(verb="colleagues.erase", obj=words)
    return count

"""How long each kind of record is kept. Roll-ups hold no person and stay for ever."""

from datetime import datetime, timedelta

from django.utils import timezone

from insight.models import Event
from insight.models.event import Standing
from insight.recording.ratings import expire_comments, expire_spam

RAW_EVENTS_DAYS = 762  # 25 months, so that a month can be compared with the same month two years before
SPAM_DAYS = 30


def retain(now: datetime | None = None) -> dict[str, int]:
    """Remove what is past its time, whole days only, and return how many rows of each kind went."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    robots = today - timedelta(days=SPAM_DAYS)
    return {
        "comments": expire_comments(now),
        "spam": Event.objects.expire(before=robots, standing=Standing.SPAM) + expire_spam(robots),
        "events": Event.objects.expire(before=today - timedelta(days=RAW_EVENTS_DAYS)),
    }

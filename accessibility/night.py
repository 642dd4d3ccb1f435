"""When the night begins: what looks at the whole site does so once a night."""

from datetime import datetime, timedelta

from django.utils import timezone

#: When the night begins and ends, by the clock of the council. By day, pages are looked at as they are published.
NIGHT, MORNING = 2, 6


def last_night(now: datetime) -> datetime:
    """Return when the newest night began."""
    tonight = timezone.localtime(now).replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    return tonight if tonight <= now else tonight - timedelta(days=1)

"""Until when one can apply."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from services.words.dates import day_in_words, time_in_words


def closes_in_words(closes_at: datetime) -> str:
    """Return for example "Apply by 5pm on 12 December 2026."."""
    clock = timezone.localtime(closes_at)
    parts = {"time": time_in_words(clock.time()), "day": day_in_words(clock)}
    if closes_at <= timezone.now():
        return _("Closed at %(time)s on %(day)s.") % parts
    return _("Apply by %(time)s on %(day)s.") % parts

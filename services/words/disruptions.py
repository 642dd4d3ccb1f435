"""From when until when something does not work."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from services.words.dates import time_in_words, weekday_and_day


def when_in_words(starts: datetime, until: datetime | None) -> str:
    """Return a sentence such as "From Monday 7 December 2026, 9am."; with an end, it says that too."""
    if until is None:
        return _("Since %(start)s.") % {"start": _moment(starts)}
    return _("From %(start)s to %(end)s.") % {"start": _moment(starts), "end": _moment(until)}


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{weekday_and_day(local)}, {time_in_words(local.time().replace(second=0, microsecond=0))}"

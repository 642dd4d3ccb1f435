"""When an event is."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from services.words.dates import time_in_words, times_in_words, weekday_and_day


def when_in_words(starts: datetime, ends: datetime) -> str:
    """Return for example "Saturday 5 December 2026, 10am to 2pm", or both days where it takes more than one."""
    first, last = timezone.localtime(starts), timezone.localtime(ends)
    if first.date() == last.date():
        return f"{weekday_and_day(first)}, {times_in_words(first.time(), last.time())}"
    parts = {
        "first": f"{weekday_and_day(first)}, {time_in_words(first.time())}",
        "last": f"{weekday_and_day(last)}, {time_in_words(last.time())}",
    }
    return _("%(first)s, to %(last)s") % parts

"""Days and times as people write them."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

NOON = 12


def day_in_words(day: date) -> str:
    """Return for example "5 December 2026"; a time is taken in the council's own zone."""
    return date_format(_local(day), "j E Y")


def weekday_and_day(day: date) -> str:
    """Return for example "Saturday 5 December 2026"."""
    return date_format(_local(day), "l j E Y")


def time_in_words(moment: time) -> str:
    """Return "9am" or "5:30pm" in English, "09:00" in other languages."""
    if get_language() not in ("en", None):
        return moment.strftime("%H:%M")
    hour = (moment.hour - 1) % NOON + 1
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < NOON else 'pm'}"


def times_in_words(opens: time, closes: time) -> str:
    """Return for example "9am to 5pm"."""
    return _("%(opens)s to %(closes)s") % {"opens": time_in_words(opens), "closes": time_in_words(closes)}


def _local(day: date) -> date:
    return timezone.localtime(day) if isinstance(day, datetime) else day

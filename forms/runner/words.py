"""Words that templates ask for."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format


def day_in_words(moment: date) -> str:
    """Return for example "Tuesday 24 November 2026", in the active language; a moment counts in local time."""
    day = timezone.localdate(moment) if isinstance(moment, datetime) else moment
    return date_format(day, "l j E Y")  # E: the month as it stands in a date, such as Polish "listopada"

"""Words that templates ask for."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from forms.engine.slots import Interval, clock_of, day_of, hours_of


def day_in_words(moment: date) -> str:
    """Return for example "Tuesday 24 November 2026", in the active language; a moment counts in local time."""
    day = timezone.localdate(moment) if isinstance(moment, datetime) else moment
    return date_format(day, "l j E Y")  # E: the month as it stands in a date, such as Polish "listopada"


def clock_in_words(moment: datetime) -> str:
    """Return the time of day here, for example "2.30pm"."""
    return clock_of(moment)


def slot_in_words(interval: Interval) -> str:
    """Return for example "Tuesday 24 November 2026, 9am to 11am"."""
    return _("%(day)s, %(hours)s") % {"day": day_of(interval), "hours": hours_of(interval)}

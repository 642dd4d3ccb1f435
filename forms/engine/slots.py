"""A time to book, as an answer: an ISO 8601 interval in UTC, such as ``2026-12-01T09:00Z/2026-12-01T11:00Z``.

It names the time whatever becomes of the calendar, and reads the same in every other system.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

MOMENT = "%Y-%m-%dT%H:%MZ"
PATTERN = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\dZ)/(\d{4}-\d\d-\d\dT\d\d:\d\dZ)", re.ASCII)


@dataclass(frozen=True)
class Interval:
    """From when until when, both in UTC."""

    starts_at: datetime
    ends_at: datetime

    def __str__(self) -> str:
        return f"{self.starts_at.astimezone(UTC).strftime(MOMENT)}/{self.ends_at.astimezone(UTC).strftime(MOMENT)}"


def read_interval(text: str) -> Interval | None:
    """Return what an answer names, or None for one that names nothing."""
    found = PATTERN.fullmatch(text)
    try:
        moments = [datetime.strptime(part, MOMENT).replace(tzinfo=UTC) for part in found.groups()] if found else []
    except ValueError:
        return None
    return Interval(*moments) if moments else None


def day_of(interval: Interval) -> str:
    """Return for example "Tuesday 1 December 2026", as it is here."""
    return date_format(timezone.localdate(interval.starts_at), "l j E Y")


def hours_of(interval: Interval) -> str:
    """Return for example "9am to 11.30am"; a time that the clock shows twice has its offset with it."""
    start, end = clock_of(interval.starts_at), clock_of(interval.ends_at)
    return _("%(start)s to %(end)s") % {"start": start, "end": end}


class SlotText(forms.Field):
    """Whether it is a time; whether it is free is asked when it is kept."""

    def to_python(self, value: Any) -> str:
        """Return the interval; anything else is no choice of ours."""
        text = str(value or "").strip()
        if text and read_interval(text) is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return text


def clock_of(moment: datetime) -> str:
    """Return the time of day as people here write it: 9am, 2.30pm, 12 noon, or 14:30 in other languages."""
    local = timezone.localtime(moment)
    if (get_language() or "en") != "en":
        return time_format(local.time(), "H:i")
    minutes = f".{local:%M}" if local.minute else ""
    twice = "" if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset() else f" {local.tzname()}"
    if local.hour == 12 and not minutes:
        return "12 noon"
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}{twice}"

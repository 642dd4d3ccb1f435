"""The date fields: one box a part, and an error that names the box (GOV.UK date input; WCAG 3.3.1)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from forms.engine.days import read_day
from forms.engine.schema import DATE_PARTS, MONTH_PARTS


class PartsInput(forms.Widget):
    """Several boxes of one question, named ``<key>-<part>``."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__()
        self.parts = parts

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> dict[str, str]:  # noqa: ARG002 - Django's signature
        """Return each box's text."""
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in self.parts}


class DateParts(forms.Field):
    """Day, month, year; the answer is an ISO date. The error's code is the box to look at.

    ``earliest`` and ``latest`` are days as ``engine.days`` reads them, so that "today-16y" moves with the calendar.
    """

    def __init__(self, *, earliest: str = "", latest: str = "", **kwargs: Any) -> None:
        super().__init__(widget=PartsInput(DATE_PARTS), **kwargs)
        self.earliest, self.latest = earliest, latest

    def clean(self, value: dict[str, str]) -> str:
        """Return ``YYYY-MM-DD``, or an empty text for an optional date left empty."""
        if not any(value.values()):
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="day")
            return ""
        day, month, year = (_whole(value[part], part) for part in DATE_PARTS)
        found = _real_date(day, month, year)
        self._within(found)
        return found.isoformat()

    def _within(self, found: date) -> None:
        earliest, latest = read_day(self.earliest), read_day(self.latest)
        if earliest and found < earliest:
            words = _("The date must be %(day)s or later.") % {"day": date_format(earliest, "j E Y")}
            raise forms.ValidationError(words, code="day")
        if latest and found > latest:
            words = _("The date must be %(day)s or earlier.") % {"day": date_format(latest, "j E Y")}
            raise forms.ValidationError(words, code="day")


class MonthParts(forms.Field):
    """Month and year; the answer is ``YYYY-MM``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PartsInput(MONTH_PARTS), **kwargs)

    def clean(self, value: dict[str, str]) -> str:
        """Return ``YYYY-MM``, or an empty text for an optional month left empty."""
        if not any(value.values()):
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="month")
            return ""
        month, year = (_whole(value[part], part) for part in MONTH_PARTS)
        return _real_date(1, month, year).isoformat()[:7]


def _whole(text: str, part: str) -> int:
    if not text:
        raise forms.ValidationError(_missing(part), code=part)
    if not re.fullmatch(r"[0-9]{4}" if part == "year" else r"[0-9]{1,2}", text):
        raise forms.ValidationError(_wrong(part), code=part)
    return int(text)


def _real_date(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise forms.ValidationError(_wrong("month"), code="month")
    if not 1900 <= year <= 2200:
        raise forms.ValidationError(_wrong("year"), code="year")
    try:
        return date(year, month, day)
    except ValueError:
        raise forms.ValidationError(_("That month does not have this day. Check the day."), code="day") from None


def _missing(part: str) -> str:
    words = {"day": _("Enter a day."), "month": _("Enter a month."), "year": _("Enter a year.")}
    return words[part]


def _wrong(part: str) -> str:
    words = {
        "day": _("Day must be a number, such as 27. Use 0 to 9."),
        "month": _("Month must be a number from 1 to 12. Use 0 to 9."),
        "year": _("Year must have 4 numbers, such as 2026. Use 0 to 9."),
    }
    return words[part]

"""Days as authors write them: ``2026-04-01``, a month, or from today on: ``today``, ``today-16y``, ``today+28d``."""

import re
from datetime import date, timedelta

from django.utils import timezone

MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
RELATIVE = re.compile(r"today(?:([+-])([0-9]{1,4})([dwmy]))?")
MONTHS = {"m": 1, "y": 12}


def today() -> date:
    """Return the day it is for the council."""
    return timezone.localdate()


def read_day(text: str) -> date | None:
    """Return the day that a text names, or None for one that names none; of a month (``2026-04``) its first day."""
    text = text.strip()
    found = RELATIVE.fullmatch(text)
    try:
        return _relative(found) if found else date.fromisoformat(f"{text}-01" if MONTH.fullmatch(text) else text)
    except (ValueError, OverflowError):
        return None


def _relative(found: re.Match[str]) -> date:
    sign, count, unit = found.groups()
    if count is None:
        return today()
    number = int(f"{sign}{count}")
    if unit in MONTHS:
        return _months_on(today(), number * MONTHS[unit])
    return today() + timedelta(days=number * (7 if unit == "w" else 1))


def _months_on(day: date, months: int) -> date:
    """Return the same day some months on, or the month's last day: 31 January + 1 month is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))

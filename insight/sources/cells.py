"""One cell of a register, as its schema wants it: a day, a count or a channel, as people in Britain write them."""

import re
from datetime import date, datetime, timedelta

from django.utils import timezone

from insight.sources.shapes import CHANNELS

_FORMATS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%y",
    "%d-%b-%Y",
    "%B %Y",
    "%b %Y",
    "%b-%y",
)
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
#: Clocks differ: a fact may be this far ahead of ours.
AHEAD = timedelta(days=1)
#: The largest count that both databases hold.
LARGEST = 2_147_483_647
#: Fields that people write, and how many characters of them are kept once personal data is out.
WRITTEN = {"topic": 120, "outcome": 60, "ward": 60}


class RowError(ValueError):
    """Why a row cannot be used, in words for whoever sent it."""


def day(value: str, name: str) -> date:
    """Return a day as people in Britain write it. Raises RowError for what is no day, or lies in the future."""
    text = _CLOCK.sub("", value.strip())
    for form in _FORMATS:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if name != "due_on" and found > timezone.localdate() + AHEAD:
            raise RowError(f"{name} is {found.isoformat()}, which is still to come.")
        return found
    raise RowError(f"{name} is no date that can be read: write it as 31/03/2026 or 2026-03-31.")


def count(value: str, name: str) -> int:
    """Return a count of zero or more; thousands may be parted by commas. Raises RowError."""
    text = value.replace(",", "").strip()
    digits = text.removesuffix(".0")
    if not text.isascii() or not digits.isdecimal():
        raise RowError(f"{name} is no whole number of zero or more.")
    if len(digits.lstrip("0")) > len(str(LARGEST)) or int(digits[-10:]) > LARGEST:
        raise RowError(f"{name} is larger than {LARGEST:,}.")
    return int(digits[-10:])


def channel(value: str) -> str:
    """Return the schema's word for a channel. Raises RowError for one that nobody knows."""
    found = CHANNELS.get(value.strip().casefold())
    if found is None:
        known = ", ".join(sorted(set(CHANNELS.values())))
        raise RowError(f"The channel is not known. Use one of: {known}.")
    return found

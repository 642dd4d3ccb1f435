"""Dates relative to today, as both versions write them."""

from collections.abc import Mapping
from typing import Any

from forms.exchange.contrib.xgov.expressions import UnreadableError

UNITS = {"days": "d", "day": "d", "weeks": "w", "week": "w", "months": "m", "month": "m", "years": "y", "year": "y"}
#: In the past, "at least 3 years" means that day or earlier; in the future, that day or later.
PAST = {
    "is at least": "is at most",
    "is at most": "is at least",
    "is more than": "is before",
    "is less than": "is after",
}
FUTURE = {
    "is at least": "is at least",
    "is at most": "is at most",
    "is more than": "is after",
    "is less than": "is before",
}
PLAIN = {"is before": "is before", "is after": "is after", "is": "is", "is not": "is not"}


def relative_day(operator: str, value: Mapping[str, Any]) -> tuple[str, str]:
    """Return our operator and a day such as ``today-3y``. Raises :class:`UnreadableError`."""
    period = str(value.get("period", value.get("timePeriod", "")))
    unit = UNITS.get(str(value.get("unit", value.get("timeUnit", ""))))
    past = "past" in str(value.get("direction", ""))
    known = {**PLAIN, **(PAST if past else FUTURE)}
    if not period.isdigit() or len(period) > 4 or unit is None or value.get("timeOnly") or operator not in known:
        raise UnreadableError("relative date")
    return known[operator], f"today{'-' if past else '+'}{period}{unit}"

"""Opening times as stored in blocks: as data to reckon with, and as lines to read."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from services.opening import Spans, Times
from services.words.dates import times_in_words, weekday_and_day

#: How far ahead single days are listed.
AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Line:
    """A day and when it is open on it, both in words."""

    day: str
    hours: str


def times_of(entry: Any) -> Times:
    """Return the opening times of an entry."""
    week: dict[int, list[tuple[time, time]]] = defaultdict(list)
    for value in _values(entry, "every_week"):
        for day in value["days"]:
            week[int(day)].append((value["opens"], value["closes"]))
    days: dict[date, list[tuple[time, time]]] = defaultdict(list)
    for value in _values(entry, "one_day"):
        spans = [(value["opens"], value["closes"])] if value["opens"] else []
        days[value["day"]] += spans
    return Times(week, days, shut_on_bank_holidays=entry.shut_on_bank_holidays)


def lines_of(entry: Any) -> list[Line]:
    """Return a line a weekday, then the single days of the next weeks."""
    times = times_of(entry)
    if not times.week and not times.days:
        return []
    lines = [Line(str(name), _hours(sorted(times.week.get(day, ())))) for day, name in WEEKDAYS.items()]
    return [*lines, *_single_days(entry)]


def _single_days(entry: Any) -> Iterator[Line]:
    today = timezone.localdate()
    values = sorted(_values(entry, "one_day"), key=lambda value: value["day"])
    for value in values:
        if today <= value["day"] <= today + AHEAD:
            hours = _hours([(value["opens"], value["closes"])] if value["opens"] else [])
            why = f" ({value['why']})" if value["why"] else ""
            yield Line(weekday_and_day(value["day"]) + why, hours)


def _values(entry: Any, kind: str) -> list[Any]:
    return [block.value for block in entry.opening if block.block_type == kind]


def _hours(spans: Spans) -> str:
    return ", ".join(times_in_words(opens, closes) for opens, closes in spans) or _("Closed")

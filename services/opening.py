"""When a place is open: weekly times, single days that differ, and bank holidays.

A week is ``{weekday: [(opens, closes), ...]}`` with Monday as 0, in the council's own time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from core.services import is_bank_holiday

Spans = Sequence[tuple[time, time]]
#: How many days ahead the next opening is looked for: a place that is shut for longer says so in words.
HORIZON = 60


@dataclass(frozen=True)
class Times:
    """All that decides. ``days`` are single days, no spans for closed."""

    week: Mapping[int, Spans]
    days: Mapping[date, Spans] = field(default_factory=dict)
    shut_on_bank_holidays: bool = True

    def on(self, day: date) -> Spans:
        """Return the spans of a day, in order."""
        if day in self.days:
            return sorted(self.days[day])
        if self.shut_on_bank_holidays and is_bank_holiday(day):
            return ()
        return sorted(self.week.get(day.weekday(), ()))


@dataclass(frozen=True)
class State:
    """Open ``until`` a time, or closed until ``next_time`` on ``next_day``; all None where nobody knows when."""

    until: time | None = None
    next_day: date | None = None
    next_time: time | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the place is open."""
        return self.until is not None


def state_at(times: Times, now: datetime) -> State:
    """Return the state at a local moment."""
    for opens, closes in times.on(now.date()):
        if opens <= now.time() < closes:
            return State(until=closes)
        if now.time() < opens:
            return State(next_day=now.date(), next_time=opens)
    for away in range(1, HORIZON):
        day = now.date() + timedelta(days=away)
        spans = times.on(day)
        if spans:
            return State(next_day=day, next_time=spans[0][0])
    return State()

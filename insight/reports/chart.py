"""Where the bars of the weekly chart stand. The template draws them as SVG: no script, no library."""

from collections.abc import Sequence
from dataclasses import dataclass

from insight.reports.queries import Week

#: SVG units. Both answers have the same scale: yes stands on the line, no hangs under it.
WIDTH, ROOM, LINE = 640, 70, 90


@dataclass(frozen=True)
class Bar:
    """One week's two bars and where their labels stand."""

    week: Week
    x: int
    width: int
    middle: int
    yes: int
    no: int

    @property
    def yes_top(self) -> int:
        """Return the upper end of the bar for yes."""
        return LINE - self.yes

    @property
    def yes_label(self) -> int:
        """Return the base line of the number over yes."""
        return self.yes_top - 4

    @property
    def no_label(self) -> int:
        """Return the base line of the number under no."""
        return LINE + self.no + 14


def bars(weeks: Sequence[Week]) -> list[Bar]:
    """Return one pair of bars a week, scaled to the busiest; none at all when nobody answered."""
    most = max((max(week.yes, week.no) for week in weeks), default=0)
    if not most:
        return []
    step = WIDTH // len(weeks)
    return [
        Bar(week, at * step + 8, step - 16, at * step + step // 2, ROOM * week.yes // most, ROOM * week.no // most)
        for at, week in enumerate(weeks)
    ]

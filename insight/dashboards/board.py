"""The parts of a board. One template draws all of them, so that each chart has its table and its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from insight.stats import Score
from insight.types import Question

CELL = "–"


@dataclass(frozen=True)
class Line:
    """One row: what it is about, its cells, and a bar from 0 to 100 with its interval where there is a figure."""

    label: str
    cells: Sequence[str] = ()
    bar: float | None = None
    low: float | None = None
    high: float | None = None
    link: str = ""
    marked: bool = False

    @property
    def span(self) -> float:
        """Return how wide the interval is."""
        return (self.high or 0.0) - (self.low or 0.0)


@dataclass(frozen=True)
class Section:
    """``sentence`` says what the table shows; ``heads`` name label and cells, the bar's head stands in ``measure``."""

    heading: str
    sentence: str
    heads: Sequence[str] = ()
    lines: Sequence[Line] = ()
    measure: str = ""
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def wide(self) -> int:
        """Return how many columns there are."""
        return len(self.heads) + bool(self.measure)


def scored(label: str, score: Score, cells: Sequence[str] = (), *, link: str = "", marked: bool = False) -> Line:
    """Return the line of a figure; under 30 answers it has no bar."""
    low, high = score.interval or (None, None)
    return Line(label, [told(score), f"{score.n:,}", *cells], score.value, low, high, link, marked)


def told(score: Score) -> str:
    """Return a figure with the range in which the true one lies."""
    if score.value is None or score.interval is None:
        return _("Too few answers")
    low, high = score.interval
    words = _("%(value)s in 100 (between %(low)s and %(high)s)")
    return words % {"value": round(score.value), "low": round(low), "high": round(high)}


def asked(*questions: Question) -> str:
    """Return which questions a figure rests on, and which version: a new wording begins anew."""
    names = ", ".join(_("%(name)s (version %(n)s)") % {"name": each.id, "n": each.version} for each in questions)
    return _("Question: %(names)s.") % {"names": names}


def share(part: int, whole: int) -> float | None:
    """Return per cent, None of nothing."""
    return 100 * part / whole if whole else None


def per_cent(value: float | None) -> str:
    """Return a share as it is read; a dash where there is none."""
    return CELL if value is None else f"{value:.0f}%"

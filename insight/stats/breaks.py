"""A series of figures over time is joined only as long as the same question was asked and the same formula used."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from insight.stats.scores import MINIMUM, Score, csat_top2, gds_score


@dataclass(frozen=True)
class Point:
    """One period's figure. ``series`` is the question and its version; the score knows its formula's name."""

    period: str
    score: Score
    series: str

    @property
    def kind(self) -> tuple[str, str]:
        """Return what two points must share to be joined."""
        return self.series, self.score.name


def segments(points: Iterable[Point]) -> list[list[Point]]:
    """Return runs of points in time that may be joined by a line; a new question or formula begins a new run.

    A question that changed in the middle of a month gives that month two points: the older version's comes first.
    """
    ordered = sorted(points, key=lambda point: (point.period, _version(point.series)))
    return [list(run) for _kind, run in groupby(ordered, key=lambda point: point.kind)]


def _version(series: str) -> int:
    """Return 3 of ``form-end/3``; a series without a version is older than any."""
    version = series.rpartition("/")[2]
    return int(version) if version.isdecimal() else 0


def formula_of(counts: Sequence[Sequence[int]], published: Sequence[float]) -> str:
    """Return which formula a publisher used, from months of (r1..r5) and what was printed: the nearer one on average.

    Months under ``MINIMUM`` answers say nothing. Raises ValueError when none is left.
    """
    pairs = [(row, figure) for row, figure in zip(counts, published, strict=True) if sum(row) >= MINIMUM]
    if not pairs:
        raise ValueError("There is no month with enough answers.")
    gaps = {formula: sum(_gap(formula, row, figure) for row, figure in pairs) for formula in (gds_score, csat_top2)}
    return min(gaps, key=lambda formula: gaps[formula]).__name__


def _gap(formula: object, row: Sequence[int], figure: float) -> float:
    score = gds_score(row) if formula is gds_score else csat_top2(row)
    return abs((score.value or 0.0) - figure)

"""The published figures, under fixed names. Counts come as (r1, r2, r3, r4, r5): how many gave each value.

``csat_top2``: per cent satisfied or very satisfied, with its Wilson interval.
``gds_score``: mean of 0, 25, 50, 75 and 100 points, with a normal interval. The two differ by 3.2 points on
average on public data, so neither is ever shown under the other's name.
``kept_share``: per cent of what was finished that was finished by the day that was promised.
``useful_share``: per cent who said that a page is useful. A series of its own, never turned into the others.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from insight.stats.wilson import Z95, Interval, wilson

#: Below this many answers no figure is shown: at n = 30 the interval is already 16 points each way.
MINIMUM = 30


@dataclass(frozen=True)
class Score:
    """One figure from 0 to 100 with its 95 % interval. ``value`` and ``interval`` are None under ``MINIMUM``."""

    name: str
    n: int
    value: float | None = None
    interval: Interval | None = None


def csat_top2(counts: Sequence[int]) -> Score:
    """Return the per cent who gave 4 or 5."""
    _check(counts)
    return _share("csat_top2", counts[3] + counts[4], sum(counts))


def useful_share(counts: Sequence[int]) -> Score:
    """Return the per cent who answered yes (value 2) among yes and no (value 1)."""
    _check(counts)
    return _share("useful_share", counts[1], counts[0] + counts[1])


def kept_share(counts: Sequence[int]) -> Score:
    """Return the per cent that was finished by the promised day (value 2) among late (value 1) and in time."""
    _check(counts)
    return _share("kept_share", counts[1], counts[0] + counts[1])


def gds_score(counts: Sequence[int]) -> Score:
    """Return the mean of the points; the sample's own deviation gives the interval."""
    _check(counts)
    n = sum(counts)
    if n < MINIMUM:
        return Score("gds_score", n)
    mean = sum(count * 25.0 * step for step, count in enumerate(counts)) / n
    variance = sum(count * (25.0 * step - mean) ** 2 for step, count in enumerate(counts)) / (n - 1)
    half = Z95 * math.sqrt(variance / n)
    return Score("gds_score", n, mean, Interval(max(0.0, mean - half), min(100.0, mean + half)))


def _share(name: str, successes: int, n: int) -> Score:
    if n < MINIMUM:
        return Score(name, n)
    low, high = wilson(successes, n)
    return Score(name, n, 100 * successes / n, Interval(100 * low, 100 * high))


def _check(counts: Sequence[int]) -> None:
    if len(counts) != 5 or min(counts) < 0:
        raise ValueError("Give five counts, none below zero.")

"""Did it get better? A difference of two shares with its interval.

R. G. Newcombe, Statistics in Medicine 17, 1998, method 10: from the Wilson intervals of both shares.
"""

import math
from dataclasses import dataclass

from insight.stats.scores import MINIMUM
from insight.stats.wilson import Interval, wilson


@dataclass(frozen=True)
class Change:
    """Both shares in per cent, and the interval of their difference in points."""

    before: float
    after: float
    difference: Interval

    @property
    def clear(self) -> bool:
        """Return whether the interval leaves out nought: only then anything may be said."""
        return not self.difference.low <= 0 <= self.difference.high


def change(before: tuple[int, int], after: tuple[int, int]) -> Change | None:
    """Return how a share changed, each side as (content, all); None with under 30 answers on either side."""
    (a, n), (b, m) = before, after
    if min(n, m) < MINIMUM:
        return None
    first, second = a / n, b / m
    (low1, high1), (low2, high2) = wilson(a, n), wilson(b, m)
    low = second - first - math.hypot(second - low2, high1 - first)
    high = second - first + math.hypot(high2 - second, first - low1)
    return Change(100 * first, 100 * second, Interval(100 * low, 100 * high))

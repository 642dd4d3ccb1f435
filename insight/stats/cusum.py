"""Find a fall in satisfaction soon, at a known rate of false alarms.

A Bernoulli CUSUM (E. S. Page, Biometrika 41, 1954; M. R. Reynolds and Z. G. Stoumbos, Journal of Quality
Technology 31, 1999) adds up, day by day, how much better a lower share explains the answers than the usual one.
``SIZE`` and ``LIMIT`` were chosen by simulation (``make bench-insight``): a series at its usual level raises a false
alarm in at most five years of a hundred, and a fall of 20 points at ten ratings a day is found in about eight days.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: The fall that the sum is tuned to, as a share.
SIZE = 0.2
#: The sum at which the alarm is raised, in natural logarithms of the likelihood ratio.
LIMIT = 7.8
#: Days that make the usual level, and how many answers they need to hold.
BASELINE_DAYS = 180
BASELINE_ANSWERS = 100
_LOWEST = 0.02


@dataclass(frozen=True)
class Day:
    """How many answered that day, and how many of these were content."""

    content: int
    answers: int


@dataclass(frozen=True)
class Usual:
    """The share of content answers over the baseline, between 0 and 1, and how many answers it rests on."""

    share: float
    answers: int

    @property
    def fallen(self) -> float:
        """Return the share that the alarm looks for."""
        return max(self.share - SIZE, _LOWEST)


def usual(days: Iterable[Day]) -> Usual | None:
    """Return the usual level, drawn a little to the middle so that it is never 0 or 1; None on too few answers."""
    listed = list(days)
    answers = sum(day.answers for day in listed)
    if answers < BASELINE_ANSWERS:
        return None
    share = (sum(day.content for day in listed) + 1) / (answers + 2)
    return Usual(max(share, 2 * _LOWEST), answers)


def sums(days: Iterable[Day], level: Usual) -> Iterator[float]:
    """Yield the CUSUM after each day; it never falls below zero, so a good spell buys no credit."""
    content = math.log(level.fallen / level.share)
    discontent = math.log((1 - level.fallen) / (1 - level.share))
    total = 0.0
    for day in days:
        total = max(0.0, total + day.content * content + (day.answers - day.content) * discontent)
        yield total


def chance(total: float) -> float:
    """Return a bound on the chance that an unchanged series stands as high (D. Siegmund, Sequential Analysis, 1985)."""
    return math.exp(-total)

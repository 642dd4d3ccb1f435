"""Small cells of a published table are hidden, and so is a second one, so that no total gives the first away.

The rule is the Office for National Statistics' for public tables: nothing under five, complementary suppression.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
#: The smallest count that may be published.
SMALLEST = 5


def suppressed(row: Mapping[Key, int]) -> dict[Key, int | None]:
    """Return one row of a table whose total is published, with None for each count that must not be shown.

    A zero is shown: it tells nothing about anybody. One hidden cell alone could be worked out from the total, so
    the next smallest one goes with it.
    """
    hidden = {key for key, count in row.items() if 0 < count < SMALLEST}
    if len(hidden) == 1:
        others = [key for key, count in row.items() if key not in hidden and count]
        if others:
            hidden.add(min(others, key=lambda key: row[key]))
    return {key: None if key in hidden else count for key, count in row.items()}


#: Which answers a figure counts: with the total it tells their sum. A mean of all answers tells more than a sum.
_COUNTED = {"csat_top2": (3, 4), "useful_share": (1,)}


def shown_beside(counts: Sequence[int], figures: Sequence[str]) -> tuple[list[int | None], set[str]]:
    """Return the counts of one row as they may stand beside ``figures``, and the figures that must not stand there.

    With the total, a share tells how many answers lie on each of its two sides: so a second count is hidden on the
    same side. Where a side has but one count, the share is left out instead; a mean is, where anything is hidden.
    """
    row, left_out = dict(enumerate(counts)), set[str]()
    sides = [row]
    for figure in figures:
        if tells(counts, figure):
            left_out.add(figure)
        elif figure in _COUNTED:
            sides = _halves(counts, figure)
    hidden: dict[int, int | None] = {}
    for side in sides:
        hidden |= suppressed(side)
    shown = [hidden[at] for at in row]
    return shown, left_out | ({*figures} - {*_COUNTED} if None in shown else set())


def tells(counts: Sequence[int], figure: str) -> bool:
    """Return whether the share ``figure`` of one row, told or worked out from totals, tells its one small count."""
    return any(_alone(half) for half in _halves(counts, figure))


def _halves(counts: Sequence[int], figure: str) -> list[dict[int, int]]:
    """Return what a share counts and what it does not, as {place: count}; nothing for what is no share."""
    part = _COUNTED.get(figure)
    if part is None:
        return []
    row = dict(enumerate(counts))
    return [{at: row[at] for at in row if (at in part) is inside} for inside in (True, False)]


def _alone(side: Mapping[int, int]) -> bool:
    """Return whether the sum of a side would tell its one small count."""
    there = [count for count in side.values() if count]
    return len(there) == 1 and there[0] < SMALLEST

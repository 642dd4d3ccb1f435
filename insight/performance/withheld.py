"""Which cells of the open data stay away, so that no total of the performance page tells them by subtraction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from insight.questions import FORM_END, PAGE_USEFUL, SATISFACTION
from insight.stats import MINIMUM
from insight.stats.suppress import SMALLEST, tells

#: Month, question, channel, service.
Cell = tuple[date, str, str, str]


def withheld(cells: Mapping[Cell, tuple[int, ...]]) -> set[Cell]:
    """Return the cells that are not published: those under five answers, and what totals would tell one of them by.

    Where totals, one alone or several together, tell a secret cell, the smallest of the others in them is withheld too
    (complementary suppression, as the Office for National Statistics does), until they tell none. The number of
    answers and the share are looked at apart: a cell that is published without its figure tells its number, and so
    hides no other, and totals under 30 answers tell no share. What the page tells of a cell by itself nothing can hide;
    it hides nothing either, and with its counts beside it would tell more.
    """
    secret = {cell for cell, counts in cells.items() if sum(counts) < SMALLEST or tells(counts, _figure(cell))}
    sums = list(_totals(cells))
    numbers, _known = _unknown(sums)
    shares, known = _unknown([total for total in sums if sum(sum(cells[cell]) for cell in total) >= MINIMUM])
    few = {cell for cell in secret if sum(cells[cell]) < SMALLEST}
    away = few | (secret & known)
    while others := _beside(numbers, away, few) or _beside(shares, away | secret, secret):
        away.add(min(others, key=lambda cell: (sum(cells[cell]), cell)))
    return away


def _unknown(totals: Sequence[set[Cell]]) -> tuple[list[set[Cell]], set[Cell]]:
    """Return totals without the cells that the page tells by itself, whatever is withheld; and those cells."""
    known = _told(totals, set().union(*totals))
    return [total - known for total in totals], known


def _figure(cell: Cell) -> str:
    return "useful_share" if cell[1] in PAGE_USEFUL.all_series else "csat_top2"


def _beside(totals: Sequence[set[Cell]], hidden: set[Cell], secret: set[Cell]) -> set[Cell]:
    """Return what could be withheld beside a secret cell that is told; nothing where none is."""
    told = _told(totals, hidden) & secret
    if not told:
        return set()
    joined = _joined(totals, hidden, min(told))
    alone = [total for total in joined if len(total & hidden) == 1]
    return set().union(*alone) - hidden or set().union(*joined) - hidden


def _joined(totals: Sequence[set[Cell]], hidden: set[Cell], cell: Cell) -> list[set[Cell]]:
    """Return the totals that hang together with one cell by hidden ones, and can so tell of it."""
    joined: list[set[Cell]] = []
    reached, left = {cell}, list(totals)
    while near := [total for total in left if total & hidden & reached]:
        joined += near
        reached |= set().union(*near)
        left = [total for total in left if total not in near]
    return joined


def _told(totals: Sequence[set[Cell]], hidden: set[Cell]) -> set[Cell]:
    """Return the hidden cells that totals tell, however they are added up and subtracted: Gauss-Jordan elimination.

    A cell is in one total of a month and in one of a channel at most. So every factor is 1 or -1.
    """
    solved: dict[Cell, dict[Cell, int]] = {}
    for total in totals:
        row = dict.fromkeys(total & hidden, 1)
        for cell in [cell for cell in row if cell in solved]:
            row = _less(row, row[cell], solved[cell])
        if row:
            first = min(row)
            row = {cell: factor * row[first] for cell, factor in row.items()}
            solved = {cell: _less(other, other.get(first, 0), row) for cell, other in solved.items()}
            solved[first] = row
    return {cell for cell, row in solved.items() if len(row) == 1}


def _less(row: Mapping[Cell, int], times: int, other: Mapping[Cell, int]) -> dict[Cell, int]:
    """Return ``row`` less ``times`` the ``other``, without what comes to nothing."""
    found = (
        {cell: row.get(cell, 0) - times * other.get(cell, 0) for cell in row.keys() | other.keys()} if times else row
    )
    return {cell: factor for cell, factor in found.items() if factor}


def _totals(cells: Mapping[Cell, tuple[int, ...]]) -> Iterator[set[Cell]]:
    """Yield the cells of each sum that the page shows."""
    totals: dict[tuple[object, ...], set[Cell]] = defaultdict(set)
    for cell, counts in cells.items():
        for key in _shown_with(*cell) if sum(counts) else ():
            totals[key].add(cell)
    yield from totals.values()


def _shown_with(month: date, question: str, channel: str, service: str) -> Iterator[tuple[object, ...]]:
    """Yield the keys of the sums that hold a cell: services for pages; channels and, after forms, months else.

    A channel's is of all questions after a service together, as they are asked now.
    """
    if question in PAGE_USEFUL.all_series:
        yield "service", question, service
        return
    if question in {asked.series for asked in SATISFACTION}:
        yield "channel", channel
    if question in FORM_END.all_series:
        yield "month", question, month

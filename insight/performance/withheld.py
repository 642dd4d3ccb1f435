"""Which cells of the open data stay away, so that no total of the performance page tells them by subtraction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from insight.questions import FORM_END, PAGE_USEFUL
from insight.stats.suppress import SMALLEST, tells

#: Month, question, channel, service.
Cell = tuple[date, str, str, str]


def withheld(cells: Mapping[Cell, tuple[int, ...]]) -> set[Cell]:
    """Return the cells that are not published: those under five answers, and what a total would tell one of them by.

    Where a total has one secret cell alone, the smallest of its others is withheld too (complementary suppression, as
    the Office for National Statistics does), until no total has. A cell that is published without its figure hides no
    other: what stands there of it says how many answers it has, and so how many are left for the one that is away.
    """
    secret = {cell for cell, counts in cells.items() if sum(counts) < SMALLEST or tells(counts, _figure(cell))}
    away = {cell for cell in secret if sum(cells[cell]) < SMALLEST}
    totals = list(_totals(cells))
    while others := next(filter(None, (_others(total, hidden) for total in totals for hidden in (away, secret))), None):
        beside = min(others, key=lambda cell: (sum(cells[cell]), cell))
        secret.add(beside)
        away.add(beside)
    return away


def _others(total: set[Cell], hidden: set[Cell]) -> set[Cell]:
    """Return the rest of a sum that holds one hidden cell alone; nothing for any other."""
    return total - hidden if len(total & hidden) == 1 else set()


def _figure(cell: Cell) -> str:
    return "useful_share" if cell[1] in PAGE_USEFUL.all_series else "csat_top2"


def _totals(cells: Mapping[Cell, tuple[int, ...]]) -> Iterator[set[Cell]]:
    """Yield the cells of each sum that the page shows. Where none tells a cell, no sum of several of them does."""
    totals: dict[tuple[object, ...], set[Cell]] = defaultdict(set)
    for cell, counts in cells.items():
        for key in _shown_with(*cell) if sum(counts) else ():
            totals[key].add(cell)
    yield from totals.values()


def _shown_with(month: date, question: str, channel: str, service: str) -> Iterator[tuple[object, ...]]:
    """Yield the keys of the sums that hold a cell: services for pages; channels and, after forms, months else."""
    if question in PAGE_USEFUL.all_series:
        yield "service", question, service
        return
    yield "channel", question, channel
    if question in FORM_END.all_series:
        yield "month", question, month

"""Tables of a form: a grid to fill in row by row becomes "add another"; other tables are read as questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forms.exchange.drafting.pieces import Piece, label_of, pieces_of

#: A grid has a row of heads and at least so many rows to fill in.
FEWEST_ROWS = 2


@dataclass(frozen=True)
class Grid:
    """``columns`` are asked for each of at most ``rows`` turns."""

    title: str
    columns: tuple[str, ...]
    rows: int


def grid_of(rows: list[list[list[Any]]], title: str) -> Grid | None:
    """Return the grid of a table, or None when it is none."""
    if len(rows) <= FEWEST_ROWS or len(rows[0]) < 2:
        return None
    heads = [_words(cell) for cell in rows[0]]
    below = [
        row for row in rows[1:] if all(_is_open(cell) for cell in row[1:]) and (_is_open(row[0]) or _is_count(row[0]))
    ]
    if not all(heads[1:]) or len(below) < len(rows) - 1 or any(not _is_words(cell) for cell in rows[0] if cell):
        return None
    columns = heads[1:] if not heads[0] or (_is_count(rows[1][0]) and not _is_open(rows[1][0])) else heads
    return Grid(label_of(title), tuple(map(label_of, columns)), len(below))


def pairs_of(row: list[list[Any]]) -> Iterator[list[Piece]]:
    """Yield the cells of a row as lines: an empty cell after words is the blank for them."""
    cells = [pieces_of(cell) for cell in row]
    if any(piece.kind == "box" for cell in cells for piece in cell):
        yield [piece for cell in cells for piece in cell]
        return
    held: list[Piece] = []
    for n, cell in enumerate(cells):
        if cell:
            if held and any(piece.kind != "words" for piece in cell) and cell[0].kind == "words":
                yield held
                held = []
            held = [*held, *cell]
            if any(piece.kind != "words" for piece in cell):
                yield held
                held = []
        elif held or n == 0:
            yield [*held, Piece("blank")] if held else []
            held = []
    if held:
        yield held


def _words(cell: list[Any]) -> str:
    return " ".join(part for part in cell if isinstance(part, str)).strip()


def _is_words(cell: list[Any]) -> bool:
    return all(piece.kind == "words" for piece in pieces_of(cell))


def _is_open(cell: list[Any]) -> bool:
    """Return whether a cell waits for an answer: empty, a blank, or a field to write in."""
    return all(piece.kind in ("blank", "field", "date") for piece in pieces_of(cell))


def _is_count(cell: list[Any]) -> bool:
    return _words(cell).strip(".) ").isdigit()

"""The grid of a table: regular rows and columns, and headers for every cell (ISO 14289-1, 7.2 and 7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.structure import Element
from accessibility.documents.pdf.ua.attributes import find
from accessibility.documents.pdf.ua.base import Breach, at, test

MAX_SPAN = 1_000
MAX_CELLS = 20_000
_STRUCTURE, _SCOPE = "WM-PDF-TABLE-STRUCTURE", "WM-PDF-TABLE-SCOPE"


@dataclass
class Cell:
    """A cell with its first row and column, and how many it spans."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


@dataclass
class Grid:
    """The cells of a table laid out; ``filled`` maps each place (row, column) to its cell."""

    cells: list[Cell] = field(default_factory=list)
    filled: dict[tuple[int, int], Cell] = field(default_factory=dict)
    overlaps: list[Cell] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)

    def widths(self) -> list[int]:
        """Return the number of columns that each row fills."""
        last = max((row for row, _ in self.filled), default=-1)
        widths = [0] * (last + 1)
        for row, _column in self.filled:
            widths[row] += 1
        return widths


def lay_out(opened: OpenedPdf, table: int) -> Grid:
    """Return the grid of the table at an index, as the rules of HTML and PDF place its cells."""
    grid = Grid()
    row = 0
    for group in _row_groups(opened, table):
        start = row
        for line in group:
            column = 0
            for kid in opened.children[line]:
                element = opened.elements[kid]
                if element.type in ("TH", "TD") and len(grid.filled) < MAX_CELLS:
                    while (row, column) in grid.filled:
                        column += 1
                    column = _place(grid, Cell(element, row, column, *_spans(element)))
            row += 1
        grid.groups.append((start, row))
    return grid


def _row_groups(opened: OpenedPdf, table: int) -> list[list[int]]:
    """Return the rows of a table by head, bodies and foot; loose rows are one group."""
    loose: list[int] = []
    groups: list[list[int]] = []
    for kid in opened.children[table]:
        kind = opened.elements[kid].type
        if kind == "TR":
            loose.append(kid)
        elif kind in ("THead", "TBody", "TFoot"):
            groups.append([row for row in opened.children[kid] if opened.elements[row].type == "TR"])
    return [loose, *groups] if loose else groups


def _place(grid: Grid, cell: Cell) -> int:
    """Put a cell into the grid and return the column after it."""
    for row in range(cell.row, cell.row + cell.rows):
        for column in range(cell.column, cell.column + cell.columns):
            if (row, column) in grid.filled:
                grid.overlaps.append(cell)
            grid.filled[row, column] = cell
    grid.cells.append(cell)
    return cell.column + cell.columns


def _spans(element: Element) -> tuple[int, int]:
    """Return how many rows and columns a cell spans."""
    spans = (find(element.obj, name) for name in ("/RowSpan", "/ColSpan"))
    rows, columns = (min(MAX_SPAN, max(1, value)) if isinstance(value, int) else 1 for value in spans)
    return rows, columns


@test
def regular(opened: OpenedPdf) -> Iterator[Breach]:
    """Rows fill the same number of columns, columns the same number of rows, and no cells overlap."""
    for index, element in enumerate(opened.elements):
        if element.type != "Table":
            continue
        grid = lay_out(opened, index)
        place = at(opened, element)
        if grid.overlaps:
            yield Breach(_STRUCTURE, "7.2-15", "8.2.5.26-1", place)
        spilling = any(cell.row + cell.rows > end for cell, end in _ends(grid))
        if spilling:
            yield Breach(_STRUCTURE, "7.2-43", "8.2.5.26-2", place)
        widths = grid.widths()[: grid.groups[-1][1] if grid.groups else 0]
        if any(width > widths[0] for width in widths):
            yield Breach(_STRUCTURE, "7.2-42", "8.2.5.26-3", place)
        if any(width < widths[0] for width in widths) and not spilling:
            yield Breach(_STRUCTURE, "7.2-43", "8.2.5.26-2", place)


def _ends(grid: Grid) -> Iterator[tuple[Cell, int]]:
    """Yield each cell with the row at which its group ends."""
    for cell in grid.cells:
        yield cell, next((end for start, end in grid.groups if start <= cell.row < end), cell.row + 1)


@test
def headers(opened: OpenedPdf) -> Iterator[Breach]:
    """In a table with headers each cell finds its own, by Scope or by Headers that exist."""
    for index, element in enumerate(opened.elements):
        if element.type != "Table":
            continue
        grid = lay_out(opened, index)
        heads = [cell for cell in grid.cells if cell.element.type == "TH"]
        if not heads:
            continue
        known = {str(cell.element.obj.get("/ID")) for cell in heads if "/ID" in cell.element.obj}
        for cell in grid.cells:
            if cell.element.type == "TD" and not _has_scope(cell, heads):
                named = find(cell.element.obj, "/Headers")
                named = named if isinstance(named, list) else []
                if not named:
                    yield Breach(_SCOPE, "7.5-1", "8.2.5.26-5", at(opened, cell.element))
                elif not set(named) & known or set(named) - known:
                    yield Breach(_SCOPE, "7.5-2", "8.2.5.26-6", at(opened, cell.element))


def _has_scope(cell: Cell, heads: list[Cell]) -> bool:
    """Return whether a header in the cell's row or column reaches it by its scope."""
    for head in heads:
        scope = find(head.element.obj, "/Scope")
        by_column = scope in ("/Column", "/Both") and _meets(cell.column, cell.columns, head.column, head.columns)
        by_row = scope in ("/Row", "/Both") and _meets(cell.row, cell.rows, head.row, head.rows)
        if by_column or by_row:
            return True
    return False


def _meets(first: int, length: int, second: int, other: int) -> bool:
    """Return whether two spans share a row or column."""
    return first < second + other and second < first + length

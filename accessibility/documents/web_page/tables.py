"""Word's tables as plain rows. A cell that spans others says its words in each of them."""

from typing import Any

from accessibility.documents.ooxml.docx.grid import cells_of, has_header, is_merged, rows_of
from accessibility.documents.web_page.base import Carried
from accessibility.documents.xml import find_all, first, name, whole, words

_P, _TEXT = name("w:p"), "w:t"
MAX_COLUMNS, MAX_ROWS = 30, 500


def is_layout(table: Any) -> bool:
    """Return whether a table has one row or one column: it only places its words."""
    rows = rows_of(table)
    return len(rows) < 2 or max(len(cells_of(row)) for row in rows) < 2


def add_table(table: Any, caption: str, carried: Carried) -> None:
    """Add the table; its first row becomes the headings, and whether the file said so is told."""
    rows = _grid(table)
    width = max(len(row) for row in rows)
    if width > MAX_COLUMNS or len(rows) > MAX_ROWS:
        carried.lost["large_table"] += 1
        return
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    carried.lost["table_heads"] += not has_header(table)
    carried.lost["caption"] += not caption
    carried.lost["merged"] += any(is_merged(cell) for row in rows_of(table) for cell in cells_of(row))
    carried.lost["nested_table"] += len(find_all(table, ".//w:tc//w:tbl"))
    carried.lost["picture_in_table"] += len(find_all(table, ".//w:drawing | .//w:pict"))
    carried.add("table", caption=caption, heads=rows[0], rows=rows[1:])


def _grid(table: Any) -> list[list[str]]:
    """Return the words of each cell, where spans are filled."""
    grid: list[list[str]] = []
    for row in rows_of(table):
        line: list[str] = []
        for cell in cells_of(row):
            merge = first(cell, "w:tcPr/w:vMerge")
            goes_on = merge is not None and merge.get(name("w:val"), "continue") == "continue"
            above = grid[-1][len(line)] if goes_on and grid and len(line) < len(grid[-1]) else ""
            text = above if goes_on else _words(cell)
            line += [text] * max(1, whole(first(cell, "w:tcPr/w:gridSpan/@w:val"), 1, MAX_COLUMNS))
        grid.append(line)
    return grid


def _words(cell: Any) -> str:
    """Return the words of a cell, one paragraph after another."""
    return " ".join(part for part in (words(row, _TEXT) for row in cell.iter(_P)) if part)

"""Read the file of an import as spreadsheet programs write it: what separates cells and which letters are guessed."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from services.importing.letters import UnreadableError

#: Columns that are kept; all others are passed over and named, so that no more is stored than was asked for.
COLUMNS = ("reference", "name", "role", "team", "deals_with", "place", "phone", "email")
NEEDED = ("reference", "name")
MOST_BYTES = 1_000_000
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class Table:
    """``rows`` are (line, cells by column); ``broken`` are lines with the reason; ``passed_over`` are column names."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    broken: list[tuple[int, str]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def read(text: str) -> Table:
    """Return the table in ``text``; UnreadableError where its first line does not name the columns."""
    first = text.splitlines()[0] if text.strip() else ""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count))
    try:
        names = [name.strip().lower().replace(" ", "_") for name in next(rows, [])]
    except csv.Error:
        names = []
    missing = [name for name in NEEDED if name not in names]
    if missing or len({*names} & {*COLUMNS}) < len([name for name in names if name in COLUMNS]):
        raise UnreadableError(f"The first line must name each column once: {', '.join(COLUMNS)}.")
    table = Table(passed_over=[name for name in names if name not in COLUMNS and name])
    for line, cells in _lines(rows, table):
        _take(table, line, names, cells)
    return table


def _lines(rows: Any, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line that it begins in; a line that cannot be read is named."""
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            table.broken.append((line, f"This line cannot be read: {error}."))
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _take(table: Table, line: int, names: list[str], cells: list[str]) -> None:
    if len(cells) != len(names):
        why = f"This line has {len(cells)} cells, and the first line names {len(names)}."
        table.broken.append((line, why))
        return
    pairs = zip(names, cells, strict=True)
    table.rows.append((line, {name: " ".join(cell.split()) for name, cell in pairs if name in COLUMNS}))

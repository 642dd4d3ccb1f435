"""CSV (RFC 4180) writer, and the door to the one of XLSX (ECMA-376)."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO

from core.exports.formulas import neutralise

Rows = Iterable[Sequence[object]]
Number = int | float


def _plain(value: object) -> str | Number:
    """Return numbers as they are, dates in ISO 8601 and everything else as text."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return str(value)


def write_csv(rows: Rows, file: IO[str]) -> None:
    """Write rows to a text file opened with ``newline=""``. Texts are neutralised, see ``formulas``."""
    writer = csv.writer(file)  # noqa: TID251 - this is the one place, and every text passes neutralise
    for row in rows:
        cells = (_plain(value) for value in row)
        writer.writerow([neutralise(cell) if isinstance(cell, str) else cell for cell in cells])


def write_xlsx(rows: Rows, file: IO[bytes]) -> None:
    """Write rows to one sheet of a workbook in a binary file. Every text is a cell of type text."""
    # The library takes 20 MB of each web process; only staff who export a workbook need it.
    from core.exports.workbook import write

    write(([_plain(value) for value in row] for row in rows), file)

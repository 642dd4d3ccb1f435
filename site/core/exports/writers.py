"""CSV (RFC 4180) and XLSX (ECMA-376) writers."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from core.exports.formulas import neutralise

Rows = Iterable[Sequence[object]]
Number = int | float
#: The most characters that a cell may hold; Excel refuses the whole file beyond it.
XLSX_CELL_LIMIT = 32_767
TEXT_FORMAT = "@"


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


def _xlsx_cell(sheet: WriteOnlyWorksheet, value: object) -> Cell:
    content = _plain(value)
    if not isinstance(content, str):
        return WriteOnlyCell(sheet, value=content)
    text = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", content)
    if len(text) > XLSX_CELL_LIMIT:
        text = text[: XLSX_CELL_LIMIT - 1] + "…"
    cell = WriteOnlyCell(sheet, value=text)
    # openpyxl takes a leading "=" for a formula; a cell of type text is never run, also after an edit.
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    return cell


def write_xlsx(rows: Rows, file: IO[bytes]) -> None:
    """Write rows to one sheet of a workbook in a binary file. Every text is a cell of type text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_xlsx_cell(sheet, value) for value in row])
    book.save(file)

"""Workbooks (XLSX, ECMA-376) through openpyxl."""

from collections.abc import Iterable, Sequence
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

#: The most characters that a cell may hold; Excel refuses the whole file beyond it.
XLSX_CELL_LIMIT = 32_767
TEXT_FORMAT = "@"


def write(rows: Iterable[Sequence[str | int | float]], file: IO[bytes]) -> None:
    """Write texts and numbers to one sheet of a workbook in a binary file."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    book.save(file)


def _cell(sheet: WriteOnlyWorksheet, content: str | float) -> Cell:
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

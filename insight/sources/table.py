"""A CSV file as rows with the line each begins on, whatever program wrote it. What cannot be read is told by line."""

import csv
import io
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import NamedTuple

MOST_BYTES = 50_000_000
#: Lines that one row may have: a quote that stays open for longer was never meant.
MOST_LINES = 200
_BOMS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
_DELIMITERS = ",;\t|"
#: A first line with which Excel tells itself what parts the cells.
_EXCELS_OWN = re.compile(r"sep=.", re.IGNORECASE)


class TableError(ValueError):
    """The file as a whole cannot be read; the message says what to do."""


class Row(NamedTuple):
    """``cells`` by lower-case heading; ``fault`` says why the row cannot be used."""

    line: int
    cells: dict[str, str]
    fault: str = ""


@dataclass(frozen=True)
class Table:
    """``encoding`` is what the bytes turned out to be; rows come one by one."""

    headings: list[str]
    encoding: str
    text: str
    delimiter: str
    #: How many lines stand before the first row.
    head: int = 1

    @property
    def cut(self) -> bool:
        """Return whether the last row has no line end: a file that was cut off looks like that."""
        return not self.text.endswith(("\n", "\r"))

    def rows(self) -> Iterator[Row]:
        """Yield every row that is not empty. Half a row, or a quote that is never closed, is a fault of that line.

        After such a fault reading goes on with the very next line: an open quote does not swallow what follows.
        """
        lines, begin = lines_of(self.text), self.head
        while begin < len(lines):
            begin = yield from self._run(lines, begin)

    def _run(self, lines: list[str], first: int) -> Generator[Row, None, int]:
        """Yield rows from the line ``first`` on, up to the end or a fault, and return the line to go on with."""
        begin = first

        def feed() -> Iterator[str]:
            for at in range(first, len(lines)):
                if at - begin >= MOST_LINES:
                    return
                yield lines[at]

        reader = csv.reader(feed(), delimiter=self.delimiter, strict=True)
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield self._row(begin + 1, cells)
                begin = first + reader.line_num
        except csv.Error as error:
            yield Row(begin + 1, {}, f"The row cannot be read ({error}). Is a quotation mark left open?")
            begin += 1
        return begin

    def _row(self, line: int, cells: list[str]) -> Row:
        if len(cells) != len(self.headings):
            half = " The file may be cut off." if len(cells) < len(self.headings) else ""
            return Row(line, {}, f"The row has {len(cells)} cells, the headings have {len(self.headings)}.{half}")
        return Row(line, {name: cell.strip() for name, cell in zip(self.headings, cells, strict=True)})


def read(content: bytes) -> Table:
    """Return the table in ``content``. Raises TableError when it is too large, empty, or no text."""
    if len(content) > MOST_BYTES:
        raise TableError(f"The file has more than {MOST_BYTES // 1_000_000} MB. Split it into years or months.")
    text, encoding = _decoded(content)
    if "\0" in text:
        raise TableError("The file is not text. Save it as CSV: a spreadsheet (.xlsx) cannot be read here.")
    lines = lines_of(text)
    told = (at for at, line in enumerate(lines) if line.strip() and not _EXCELS_OWN.fullmatch(line.strip()))
    start = next(told, None)
    if start is None:
        raise TableError("The file is empty.")
    head = _head(lines[start : start + MOST_LINES])
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, strict=True)
    try:
        headings = [" ".join(heading.split()).casefold() for heading in next(reader)]
    except csv.Error as error:
        raise TableError(f"The headings cannot be read ({error}). Is a quotation mark left open?") from error
    return Table(headings, encoding, text, delimiter, start + reader.line_num)


def _head(lines: list[str]) -> str:
    """Return the line of headings; one in quotation marks may go over several lines."""
    head = ""
    for line in lines:
        head += line
        if head.count('"') % 2 == 0:
            break
    return head


def lines_of(text: str) -> list[str]:
    """Return the lines of ``text`` with their ends, whatever ends them."""
    return list(io.StringIO(text, newline=""))


def _decoded(content: bytes) -> tuple[str, str]:
    """Return (text, encoding): a mark at the start decides, then UTF-8 if it is valid, else Windows-1252.

    UTF-8 that was cut off within its last letter is UTF-8 still.
    """
    for name, mark in _BOMS:
        if content.startswith(mark):
            return content.decode(name, errors="replace"), name
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        before = content[: error.start]
        if error.reason == "unexpected end of data" and not before.isascii():
            return before.decode("utf-8"), "utf-8"
        return content.decode("cp1252", errors="replace"), "windows-1252"

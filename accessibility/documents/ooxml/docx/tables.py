"""Tables of Word files (WCAG 1.3.1)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.ooxml.docx.grid import (
    cells_of,
    has_header,
    has_lines,
    is_blank,
    is_data,
    is_filled_in,
    is_merged,
    rows_of,
)
from accessibility.documents.ooxml.docx.paragraphs import body_of, tables
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import first, name, words


@register
class TableHeaders:
    """A table of at least two rows and columns marks its first row as header.

    A grid without lines or shading, or with blanks to fill in, is more likely a layout or a form than data: it warns.
    """

    rules = ("WM-DOCX-TABLE-HEADER",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the tables that do not."""
        bare, severity = headless(opened)
        if bare:
            places = tuple(_place(number, table) for number, table in bare[:10])
            yield Finding("WM-DOCX-TABLE-HEADER", places, len(bare), severity)


@register
class MergedCells:
    """Each cell stands in one row and one column."""

    rules = ("WM-OFFICE-MERGED-CELLS",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield tables with cells that span others."""
        merged = [
            _place(number, table)
            for number, table in _numbered(opened)
            if any(is_merged(cell) for row in rows_of(table) for cell in cells_of(row))
        ]
        yield from gather("WM-OFFICE-MERGED-CELLS", merged)


@register
class NestedTables:
    """No table stands inside another."""

    rules = ("WM-DOCX-TABLE-NESTED",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield tables inside cells."""
        nested = [
            _place(number, table) for number, table in _numbered(opened) if first(table, "ancestor::w:tc") is not None
        ]
        yield from gather("WM-DOCX-TABLE-NESTED", nested)


@register
class BlankRows:
    """No row or column is blank: a listener takes it for the end of the table. A form to fill in has its blanks."""

    rules = ("WM-DOCX-TABLE-BLANK",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the tables that have one."""
        blank = [_place(number, table) for number, table in _numbered(opened) if is_data(table) and _has_blank(table)]
        yield from gather("WM-DOCX-TABLE-BLANK", blank)


def headless(opened: OoxmlPackage) -> tuple[list[tuple[int, Any]], Severity | None]:
    """Return the tables of data without a header, with what that does; those without lines count when all are so."""
    styles = body_of(opened).styles
    bare = [(number, table) for number, table in _numbered(opened) if is_data(table) and not has_header(table)]
    data = [(number, table) for number, table in bare if has_lines(table, styles) and not is_filled_in(table)]
    return (data, None) if data else (bare, Severity.WARN)


def _has_blank(table: Any) -> bool:
    """Return whether a whole row, or a whole column of an even grid, is blank."""
    if is_filled_in(table):
        return False
    grid = [[is_blank(cell) for cell in cells_of(row)] for row in rows_of(table)]
    if any(all(line) for line in grid):
        return True
    even = len({len(line) for line in grid}) == 1
    return even and any(all(column) for column in zip(*grid, strict=True))


def _numbered(opened: OoxmlPackage) -> Iterator[tuple[int, Any]]:
    """Yield the tables of the body with their numbers."""
    return enumerate(tables(opened), 1)


def _place(number: int, table: Any) -> Location:
    """Return where a table is: the paragraph that it begins with, and its first words."""
    row = next(table.iter(name("w:tr")), table)
    return Location(part=f"table {number}", item=number, excerpt=words(row, "w:t", " "))

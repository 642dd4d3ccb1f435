"""Tables of OpenDocument files (WCAG 1.3.1; LibreOffice TABLE_MERGE_SPLIT, TABLE_FORMATTING)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import styles_of
from accessibility.documents.odf.styles import Styles
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, name, whole

_ROWS = "(. | table:table-header-rows | table:table-rows | table:table-row-group)/table:table-row"
_CELLS = "table:table-cell | table:covered-table-cell"
_SPANS = (name("table:number-columns-spanned"), name("table:number-rows-spanned"))
_REPEATED = name("table:number-columns-repeated")


@register
class TableHeaders:
    """A table of at least two rows and columns has header rows; one without lines may be a layout, so that warns."""

    rules = ("WM-ODF-TABLE-HEADER",)
    kinds = (Kind.ODT, Kind.ODP)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the tables that have none."""
        bare, severity = headless(opened)
        if bare:
            places = tuple(_place(table) for table in bare[:10])
            yield Finding("WM-ODF-TABLE-HEADER", places, len(bare), severity)


@register
class MergedCells:
    """Each cell stands in one row and one column."""

    rules = ("WM-ODF-MERGED-CELLS",)
    kinds = (Kind.ODT, Kind.ODS, Kind.ODP)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield tables with cells that span or are split."""
        merged = [_place(table) for table in _tables(opened) if _is_uneven(table, sheet=opened.kind is Kind.ODS)]
        yield from gather("WM-ODF-MERGED-CELLS", merged)


@register
class LayoutTables:
    """A table that is empty for the greater part is there for the layout."""

    rules = ("WM-ODF-TABLE-LAYOUT",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield them."""
        found = [_place(table) for table in _tables(opened) if not _is_complex(table) and _is_mostly_empty(table)]
        yield from gather("WM-ODF-TABLE-LAYOUT", found)


def headless(opened: OdfPackage) -> tuple[list[Any], Severity | None]:
    """Return the tables of data without a header, with what that does; those without lines count when all are so."""
    data = [table for table in _tables(opened) if _is_data(table) and not _is_mostly_empty(table)]
    bare = [table for table in data if not _has_header(table)]
    seen = [table for table in bare if opened.kind is Kind.ODP or _has_lines(table, styles_of(opened))]
    return (seen, None) if seen else (bare, Severity.WARN)


def _tables(opened: OdfPackage) -> list[Any]:
    """Return the tables of the body; a table split from a cell is part of its table."""
    path = "office:body/*//table:table[not(@table:is-sub-table='true')][not(ancestor::draw:object)]"
    return find_all(opened.content, path)


def _rows(table: Any) -> list[Any]:
    """Return the rows of a table, not those of tables inside it."""
    return find_all(table, _ROWS)


def _is_data(table: Any) -> bool:
    """Return whether a table holds words in at least two rows and columns, and no table inside."""
    rows = _rows(table)
    widest = max((sum(_times(cell) for cell in find_all(row, _CELLS)) for row in rows), default=0)
    has_words = any("".join(row.itertext()).strip() for row in rows)
    return len(rows) > 1 and widest > 1 and has_words and first(table, ".//table:table") is None


def _has_header(table: Any) -> bool:
    """Return whether rows repeat as headers, or on a slide the first row has the look of one."""
    return (
        first(table, "table:table-header-rows") is not None or table.get(name("table:use-first-row-styles")) == "true"
    )


def _has_lines(table: Any, styles: Styles) -> bool:
    """Return whether a cell shows a line or a colour."""
    names = {str(called) for called in find_all(table, ".//table:table-cell/@table:style-name")}
    wanted = ("fo:border", "fo:border-top", "fo:border-bottom", "fo:border-left", "fo:border-right")
    lines = (styles.value("table-cell", called, "table-cell", line) for called in names for line in wanted)
    if any(line and not line.startswith(("none", "hidden")) for line in lines):
        return True
    if any(styles.colour("table-cell", called, "table-cell", "fo:background-color") for called in names):
        return True
    return bool(table.get(name("table:template-name")))


def _is_complex(table: Any) -> bool:
    """Return whether a cell was split into a table of its own."""
    return first(table, ".//table:table[@table:is-sub-table='true']") is not None


def _is_uneven(table: Any, *, sheet: bool) -> bool:
    """Return whether a cell spans others or is split, or the rows of a text's table have unlike numbers of cells."""
    if any(cell.get(span, "1") not in ("0", "1") for cell in table.iter(name("table:table-cell")) for span in _SPANS):
        return True
    if sheet:
        return False
    widths = {sum(_times(cell) for cell in find_all(row, _CELLS)) for row in _rows(table)}
    return _is_complex(table) or len(widths) > 1


def _is_mostly_empty(table: Any) -> bool:
    """Return whether more than half of the cells are empty (LibreOffice's own measure)."""
    cells = [(cell, _times(cell)) for row in _rows(table) for cell in find_all(row, "table:table-cell")]
    empty = sum(times for cell, times in cells if _is_empty(cell))
    return empty > sum(times for _cell, times in cells) // 2


def _is_empty(cell: Any) -> bool:
    """Return whether a cell holds nothing but one empty paragraph."""
    return (
        len(find_all(cell, ".//text:p | .//text:h | .//draw:* | .//table:table")) <= 1
        and not "".join(cell.itertext()).strip()
    )


def _times(cell: Any) -> int:
    """Return how often a cell is repeated, bounded."""
    return whole(cell.get(_REPEATED), 1, most=1_000)


def _place(table: Any) -> Location:
    """Return the name of a table and its first words."""
    words = (" ".join("".join(row.itertext()).split()) for row in table.iter(name("text:p")))
    return Location(part=table.get(name("table:name"), ""), excerpt=" ".join(text for text in words if text)[:80])

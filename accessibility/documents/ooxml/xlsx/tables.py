"""Tables of data on sheets (WCAG 1.3.1). The best advice: publish the data as CSV or ODS as well."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.xlsx.sheets import Sheet, sheets_of
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first

_FROZEN = "s:sheetViews/s:sheetView/s:pane[@ySplit and (@state='frozen' or @state='frozenSplit')]"


@register
class SheetHeaders:
    """Data have a header row that Excel knows of: a table with one, a frozen row, or a row that prints on each page."""

    rules = ("WM-XLSX-HEADER",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield sheets of data without one, and tables whose header row is switched off."""
        yield from gather("WM-XLSX-HEADER", bare_sheets(opened))


@register
class SheetMergedCells:
    """Each cell stands in one row and one column."""

    rules = ("WM-OFFICE-MERGED-CELLS",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the first merged range of each sheet."""
        ranges = [
            (sheet.name, find_all(sheet.root, "s:mergeCells/s:mergeCell/@ref"))
            for sheet in sheets_of(opened)
            if sheet.root is not None
        ]
        merged = [Location(part=called, excerpt=str(found[0])) for called, found in ranges if found]
        yield from gather("WM-OFFICE-MERGED-CELLS", merged)


def bare_sheets(opened: OoxmlPackage) -> list[Location]:
    """Return the sheets of data without a header, and the tables (by name) whose header row is switched off."""
    titled = [str(text) for text in find_all(opened.main, "//s:definedName[@name='_xlnm.Print_Titles']/text()")]
    found = []
    for sheet in sheets_of(opened):
        if sheet.root is None:
            continue
        found += [Location(part=sheet.name, excerpt=called) for called in _headless(opened, sheet)]
        if sheet.is_grid and not _has_header(opened, sheet, titled):
            found.append(Location(part=sheet.name))
    return found


def _headless(opened: OoxmlPackage, sheet: Sheet) -> list[str]:
    """Return the names of the tables without a header row."""
    tables = [opened.part(path) for path in opened.targets(sheet.path, "table")]
    rows = [first(table, "self::s:table[@headerRowCount='0']") for table in tables if table is not None]
    return [row.get("displayName", "") for row in rows if row is not None]


def _has_header(opened: OoxmlPackage, sheet: Sheet, titled: list[str]) -> bool:
    """Return whether anything marks the header."""
    if first(sheet.root, _FROZEN) is not None or opened.targets(sheet.path, "table"):
        return True
    quoted = "'" + sheet.name.replace("'", "''") + "'!"
    return any(text.startswith((f"{sheet.name}!", quoted)) for text in titled) or _is_pivot(opened, sheet)


def _is_pivot(opened: OoxmlPackage, sheet: Sheet) -> bool:
    """Return whether the sheet shows a pivot table, which knows its headers."""
    return bool(opened.targets(sheet.path, "pivotTable"))

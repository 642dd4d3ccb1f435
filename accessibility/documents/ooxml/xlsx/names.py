"""Names of sheets, empty and hidden ones (WCAG 2.4.2, 2.4.6, 1.3.2)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.xlsx.sheets import Sheet, is_default_name, sheets_of
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, is_on


@register
class SheetNames:
    """The name of a sheet is its heading."""

    rules = ("WM-XLSX-SHEET-NAME",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield names that Excel chose."""
        plain = [Location(part=sheet.name) for sheet in sheets_of(opened) if is_default_name(sheet.name)]
        yield from gather("WM-XLSX-SHEET-NAME", plain)


@register
class EmptySheets:
    """A sheet holds something."""

    rules = ("WM-XLSX-SHEET-EMPTY",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield sheets that are shown and hold neither values nor drawings."""
        found = [
            Location(part=sheet.name) for sheet in sheets_of(opened) if sheet.state == "visible" and _is_empty(sheet)
        ]
        yield from gather("WM-XLSX-SHEET-EMPTY", found)


@register
class Hidden:
    """Something is hidden: the author is asked whether residents should see it."""

    rules = ("WM-XLSX-HIDDEN-ASK",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield hidden sheets, rows and columns; rows that a filter hides come back with it."""
        sheets = sheets_of(opened)
        found = [Location(part=sheet.name) for sheet in sheets if sheet.state != "visible"]
        for sheet in sheets:
            root = sheet.root if sheet.state == "visible" else None
            found += [Location(part=sheet.name, excerpt=told) for told in _hidden_lines(root)]
        yield from gather("WM-XLSX-HIDDEN-ASK", found)


def _is_empty(sheet: Sheet) -> bool:
    """Return whether a worksheet has nothing in it."""
    if sheet.root is None or sheet.rows:
        return False
    return first(sheet.root, "s:drawing | s:legacyDrawing | s:oleObjects | s:controls | s:picture") is None


def _hidden_lines(root: Any) -> list[str]:
    """Return the rows and columns of a sheet that are hidden, not by a filter."""
    if root is None:
        return []
    columns = [
        f"{row.get('min')}:{row.get('max')}" for row in find_all(root, "s:cols/s:col[@hidden]") if is_on(row, "hidden")
    ]
    if first(root, "s:autoFilter/s:filterColumn") is not None:
        return columns
    return columns + [row.get("r", "") for row in find_all(root, "s:sheetData/s:row[@hidden]") if is_on(row, "hidden")]

"""Checks of Excel files (WCAG 2.4.6, 1.3.1, 1.3.2). The best advice: publish the data as CSV or ODS as well."""

import re
from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, name

_DEFAULT_NAME = re.compile(r"^(?:sheet|tabelle|feuil|hoja|arkusz|foglio)\s?\d+$", re.IGNORECASE)


@register
class SheetNames:
    """The name of a sheet is its heading."""

    rules = ("WM-XLSX-SHEET-NAME", "WM-XLSX-HIDDEN-ASK")
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield names that Excel chose, and sheets that are hidden."""
        sheets = find_all(opened.main, "//s:sheet")
        plain = [sheet.get("name", "") for sheet in sheets if _DEFAULT_NAME.match(sheet.get("name", ""))]
        yield from gather("WM-XLSX-SHEET-NAME", [Location(part=called) for called in plain])
        hidden = [sheet.get("name", "") for sheet in sheets if sheet.get("state", "visible") != "visible"]
        yield from gather("WM-XLSX-HIDDEN-ASK", [Location(part=called) for called in hidden])


@register
class SheetTables:
    """Data have a header row that Excel knows of; merged cells break the grid."""

    rules = ("WM-XLSX-HEADER", "WM-OFFICE-MERGED-CELLS")
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield by sheet."""
        bare, merged = [], []
        relations = opened.relationships(opened.main_name)
        titled = str(find_all(opened.main, "//s:definedName[@name='_xlnm.Print_Titles']/text()"))
        for sheet in find_all(opened.main, "//s:sheet"):
            called = sheet.get("name", "")
            path = relations.get(sheet.get(name("r:id"), ""), ("", ""))[1]
            root = opened.part(path)
            if root is None:
                continue
            if _is_grid(root) and not _has_header(root) and called not in titled:
                bare.append(Location(part=called))
            if first(root, "s:mergeCells/s:mergeCell") is not None:
                merged.append(Location(part=called))
        yield from gather("WM-XLSX-HEADER", bare)
        yield from gather("WM-OFFICE-MERGED-CELLS", merged)


def _is_grid(sheet: Any) -> bool:
    """Return whether the sheet holds at least two rows and columns of data."""
    rows = find_all(sheet, "s:sheetData/s:row[s:c[s:v or s:is]]")
    return len(rows) > 1 and max(len(find_all(row, "s:c[s:v or s:is]")) for row in rows) > 1


def _has_header(sheet: Any) -> bool:
    """Return whether a table or a frozen row marks the header."""
    frozen = first(sheet, "s:sheetViews/s:sheetView/s:pane[@ySplit and (@state='frozen' or @state='frozenSplit')]")
    return frozen is not None or first(sheet, "s:tableParts/s:tablePart") is not None

"""Sheets of an OpenDocument spreadsheet (WCAG 2.4.6, 1.3.1, 1.3.2)."""

import re
from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, name

_DEFAULT_NAME = re.compile(r"^(?:sheet|tabelle|feuille|hoja|arkusz|foglio|blad|folha|munkalap)\s?\d+$", re.IGNORECASE)
_FILLED = "table:table-cell[text:p]"


@register
class SheetNames:
    """The name of a sheet is its heading, and a sheet holds something."""

    rules = ("WM-ODS-SHEET-NAME", "WM-ODS-SHEET-EMPTY")
    kinds = (Kind.ODS,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield names that the program chose, and empty sheets."""
        rows = [(name_of(sheet), sheet) for sheet in sheets(opened)]
        plain = [Location(part=called) for called, _sheet in rows if is_default_name(called)]
        yield from gather("WM-ODS-SHEET-NAME", plain)
        empty = [called for called, sheet in rows if first(sheet, f".//{_FILLED} | .//draw:frame") is None]
        yield from gather("WM-ODS-SHEET-EMPTY", [Location(part=called) for called in empty])


@register
class SheetHeaders:
    """Data have header rows that repeat in print, a range with headers, or a frozen row."""

    rules = ("WM-ODS-HEADER",)
    kinds = (Kind.ODS,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield sheets of data without."""
        yield from gather("WM-ODS-HEADER", [Location(part=name_of(sheet)) for sheet in headless(opened)])


@register
class HiddenSheets:
    """Something is hidden: the author is asked whether residents should see it."""

    rules = ("WM-ODS-HIDDEN-ASK",)
    kinds = (Kind.ODS,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield sheets with hidden rows or columns, and hidden sheets."""
        path = ".//table:table-row[@table:visibility='collapse'] | .//table:table-column[@table:visibility='collapse']"
        unseen = _hidden_styles(opened)
        found = [
            Location(part=name_of(sheet))
            for sheet in sheets(opened)
            if first(sheet, path) is not None or sheet.get(name("table:style-name")) in unseen
        ]
        yield from gather("WM-ODS-HIDDEN-ASK", found)


def headless(opened: OdfPackage) -> list[Any]:
    """Return the sheets of data without header rows."""
    path = "//table:database-range/@table:target-range-address"
    ranges = " ".join(str(value) for value in find_all(opened.content, path))
    return [
        sheet
        for sheet in sheets(opened)
        if _is_grid(sheet) and first(sheet, "table:table-header-rows") is None and name_of(sheet) not in ranges
    ]


def sheets(opened: OdfPackage) -> list[Any]:
    """Return the sheets."""
    return find_all(opened.content, "office:body/office:spreadsheet/table:table")


def name_of(sheet: Any) -> str:
    """Return the name of a sheet."""
    return str(sheet.get(name("table:name"), ""))


def is_default_name(called: str) -> bool:
    """Return whether a program gave a sheet its name."""
    return bool(_DEFAULT_NAME.match(called.strip()))


def _is_grid(sheet: Any) -> bool:
    """Return whether at least two rows have two filled cells."""
    return sum(len(find_all(row, _FILLED)) > 1 for row in find_all(sheet, ".//table:table-row")) > 1


def _hidden_styles(opened: OdfPackage) -> set[str]:
    """Return the names of the table styles that are not shown."""
    path = "//style:style[style:table-properties[@table:display='false']]/@style:name"
    return {str(called) for called in find_all(opened.content, path)}

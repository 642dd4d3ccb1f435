"""Links of cells (WCAG 2.4.4)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.xlsx.sheets import Sheet, sheets_of, text_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link
from accessibility.documents.xml import find_all


@register
class CellLinks:
    """The words of a link say where it leads."""

    rules = ("WM-OFFICE-LINK-TEXT",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield cells with a link whose words say nothing. Excel marks no language: English words are looked for."""
        poor = [
            Location(part=f"{sheet.name}!{cell.get('r', '')}", excerpt=text)
            for sheet in sheets_of(opened)
            if sheet.root is not None
            for cell in _linked(sheet)
            if (text := text_of(opened, cell)) and is_poor_link(text, "en")
        ]
        yield from gather("WM-OFFICE-LINK-TEXT", poor)


def _linked(sheet: Sheet) -> Iterator[Any]:
    """Yield the cells with a link of their own or by formula."""
    places = {str(value).split(":")[0] for value in find_all(sheet.root, "s:hyperlinks/s:hyperlink/@ref")}
    formulas = {
        row.getparent().get("r") for row in find_all(sheet.root, "s:sheetData/s:row/s:c/s:f[starts-with(., 'HYPER')]")
    }
    for cell in sheet.filled_cells() if places or formulas else ():
        if cell.get("r") in places or cell.get("r") in formulas:
            yield cell

"""Tables of Word files (WCAG 1.3.1)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, is_on, name, words


@register
class Tables:
    """A table of at least two rows and columns marks its first row as header; merged cells are a warning."""

    rules = ("WM-DOCX-TABLE-HEADER", "WM-OFFICE-MERGED-CELLS")
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield by table of the body."""
        bare, merged = [], []
        for number, table in enumerate(opened.main.iter(name("w:tbl")), 1):
            place = Location(part=f"table {number}", item=number, excerpt=words(table, "w:t", " "))
            if _is_grid(table) and not _has_header(table):
                bare.append(place)
            if find_all(table, "w:tr/w:tc/w:tcPr/w:vMerge | w:tr/w:tc/w:tcPr/w:gridSpan[@w:val>1]"):
                merged.append(place)
        yield from gather("WM-DOCX-TABLE-HEADER", bare)
        yield from gather("WM-OFFICE-MERGED-CELLS", merged)


def _is_grid(table: Any) -> bool:
    """Return whether a table holds data: at least two rows and columns, words in it, and no table inside."""
    rows = find_all(table, "w:tr | w:sdt/w:sdtContent/w:tr")
    widest = max((len(find_all(row, "w:tc | w:sdt/w:sdtContent/w:tc")) for row in rows), default=0)
    return len(rows) > 1 and widest > 1 and bool(words(table, "w:t")) and first(table, ".//w:tbl") is None


def _has_header(table: Any) -> bool:
    """Return whether the first row repeats as header."""
    return is_on(first(table, "(w:tr | w:sdt/w:sdtContent/w:tr)[1]/w:trPr/w:tblHeader"), name("w:val"))

"""Tables on slides (WCAG 1.3.1)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import slides_of
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, words

_MERGED = ".//a:tc[@gridSpan>1 or @rowSpan>1 or @hMerge='1' or @vMerge='1' or @hMerge='true' or @vMerge='true']"


@register
class SlideTables:
    """A table says that its first row is the header."""

    rules = ("WM-PPTX-TABLE-HEADER",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield tables of at least two rows and columns that do not."""
        yield from gather("WM-PPTX-TABLE-HEADER", [place for place, _table in headless(opened)])


@register
class SlideMergedCells:
    """Each cell stands in one row and one column."""

    rules = ("WM-OFFICE-MERGED-CELLS",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield tables with cells that span others."""
        merged = [place for place, table in _tables(opened) if first(table, _MERGED) is not None]
        yield from gather("WM-OFFICE-MERGED-CELLS", merged)


def headless(opened: OoxmlPackage) -> list[tuple[Location, Any]]:
    """Return the tables of data whose first row is not marked."""
    return [(place, table) for place, table in _tables(opened) if _is_bare(table)]


def _tables(opened: OoxmlPackage) -> Iterator[tuple[Location, Any]]:
    """Yield the tables of all slides."""
    for slide in slides_of(opened):
        for table in find_all(slide.root, ".//a:tbl"):
            yield Location(page=slide.number, excerpt=words(table, "a:t", " ")), table


def _is_bare(table: Any) -> bool:
    """Return whether a grid with words in it has no header row."""
    grid = len(find_all(table, "a:tr")) > 1 and len(find_all(table, "a:tblGrid/a:gridCol")) > 1
    marked = str(first(table, "a:tblPr/@firstRow") or "0").lower() in ("1", "true", "on")
    return grid and bool(words(table, "a:t")) and not marked

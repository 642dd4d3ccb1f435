"""Headings, tables, links and typed lists of OpenDocument text (WCAG 1.3.1, 2.4.4)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link
from accessibility.documents.xml import find_all, first, name

_TYPED = re.compile(r"^(?:[-–•*·▪●]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)\S")


@register
class Headings:
    """No level is left out (LibreOffice HEADING_ORDER)."""

    rules = ("WM-ODF-HEADING-ORDER",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield headings more than one level below the one before."""
        headings = [(_level(row), _words(row)) for row in find_all(opened.content, "//text:h") if _words(row)]
        skipped = [Location(excerpt=text) for (above, _), (below, text) in pairwise(headings) if below > above + 1]
        yield from gather("WM-ODF-HEADING-ORDER", skipped)


@register
class Tables:
    """A table of at least two rows and columns has header rows; merged cells are a warning."""

    rules = ("WM-ODF-TABLE-HEADER", "WM-ODF-MERGED-CELLS")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield by table."""
        bare, merged = [], []
        for table in find_all(opened.content, "//office:text//table:table"):
            place = Location(part=table.get(name("table:name"), ""), excerpt=_words(table))
            if _is_grid(table) and first(table, "table:table-header-rows") is None:
                bare.append(place)
            if first(table, ".//table:covered-table-cell") is not None:
                merged.append(place)
        yield from gather("WM-ODF-TABLE-HEADER", bare)
        yield from gather("WM-ODF-MERGED-CELLS", merged)


@register
class Words:
    """Links that say nothing, and bullets or numbers typed by hand."""

    rules = ("WM-ODF-LINK-TEXT", "WM-ODF-FAKE-LIST")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield both as warnings."""
        links = [_words(link) for link in find_all(opened.content, "//text:a")]
        poor = [Location(excerpt=said) for said in links if is_poor_link(said, opened.language)]
        yield from gather("WM-ODF-LINK-TEXT", poor)
        lines = [_words(row) for row in find_all(opened.content, "//text:p[not(ancestor::text:list)]")]
        typed = [
            Location(excerpt=this) for this, after in pairwise(lines) if _TYPED.match(this) and _TYPED.match(after)
        ]
        yield from gather("WM-ODF-FAKE-LIST", typed)


def _words(element: Any) -> str:
    """Return all text in one line."""
    return " ".join("".join(element.itertext()).split())


def _level(heading: Any) -> int:
    """Return the outline level, 1 when it is not told."""
    value = heading.get(name("text:outline-level"), "1")
    return int(value) if value.isdigit() else 1


def _is_grid(table: Any) -> bool:
    """Return whether a table holds words in at least two rows and columns, and no table inside."""
    rows = find_all(table, ".//table:table-row")
    widest = max((len(find_all(row, "table:table-cell | table:covered-table-cell")) for row in rows), default=0)
    return len(rows) > 1 and widest > 1 and bool(_words(table)) and first(table, ".//table:table") is None

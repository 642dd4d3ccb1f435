"""Checks of PowerPoint files (WCAG 2.4.2, 1.3.1, 1.2.2)."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.drawing import slides
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, words

_TITLE = "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]"


@register
class SlideTitles:
    """Each slide has a title of its own: a screen reader jumps from one to the next."""

    rules = ("WM-PPTX-SLIDE-TITLE", "WM-PPTX-SLIDE-TITLE-SAME")
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides without a title, and slides that share one."""
        titles = [_title(opened.part(path)) for path in slides(opened)]
        missing = [Location(page=number) for number, title in enumerate(titles, 1) if not title]
        yield from gather("WM-PPTX-SLIDE-TITLE", missing)
        counts = Counter(title for title in titles if title)
        same = [Location(page=number, excerpt=title) for number, title in enumerate(titles, 1) if counts[title] > 1]
        yield from gather("WM-PPTX-SLIDE-TITLE-SAME", same)


@register
class SlideTables:
    """A table says that its first row is the header."""

    rules = ("WM-PPTX-TABLE-HEADER",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield tables of at least two rows and columns that do not."""
        bare = [
            Location(page=number, excerpt=words(table, "a:t", " "))
            for number, path in enumerate(slides(opened), 1)
            for table in (find_all(opened.part(path), "//a:tbl") if opened.part(path) is not None else [])
            if _is_bare(table)
        ]
        yield from gather("WM-PPTX-TABLE-HEADER", bare)


@register
class SlideMedia:
    """Sound and film need captions; whether they have them is asked of the author."""

    rules = ("WM-PPTX-MEDIA-ASK",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides with media."""
        found = [
            Location(page=number)
            for number, path in enumerate(slides(opened), 1)
            if opened.targets(path, "video") or opened.targets(path, "audio")
        ]
        yield from gather("WM-PPTX-MEDIA-ASK", found)


def _title(slide: Any) -> str:
    """Return the text of the title placeholder."""
    found = first(slide, _TITLE)
    return words(found, "a:t") if found is not None else ""


def _is_bare(table: Any) -> bool:
    """Return whether a grid has no header row."""
    grid = len(find_all(table, "a:tr")) > 1 and len(find_all(table, "a:tblGrid/a:gridCol")) > 1
    return grid and str(first(table, "a:tblPr/@firstRow") or "0") not in ("1", "true")

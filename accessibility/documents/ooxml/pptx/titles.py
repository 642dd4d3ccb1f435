"""Titles of slides (WCAG 2.4.2)."""

from collections import Counter
from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import slides_of
from accessibility.documents.registry import register


@register
class SlideTitles:
    """Each slide has a title: a screen reader jumps from one to the next."""

    rules = ("WM-PPTX-SLIDE-TITLE",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides without a title."""
        missing = [Location(page=slide.number) for slide in slides_of(opened) if not slide.title]
        yield from gather("WM-PPTX-SLIDE-TITLE", missing)


@register
class SameTitles:
    """Each slide has a title of its own."""

    rules = ("WM-PPTX-SLIDE-TITLE-SAME",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield slides that share one."""
        counts = Counter(slide.title.casefold() for slide in slides_of(opened) if slide.title)
        same = [
            Location(page=slide.number, excerpt=slide.title)
            for slide in slides_of(opened)
            if counts[slide.title.casefold()] > 1
        ]
        yield from gather("WM-PPTX-SLIDE-TITLE-SAME", same)

"""Links on slides (WCAG 2.4.4)."""

from collections.abc import Iterator
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import slides_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link
from accessibility.documents.xml import find_all, first, name


@register
class SlideLinks:
    """The words of a link say where it leads."""

    rules = ("WM-OFFICE-LINK-TEXT",)
    kinds = (Kind.PPTX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield links whose words say nothing."""
        poor = [
            Location(page=slide.number, excerpt=text)
            for slide in slides_of(opened)
            for paragraph in find_all(slide.root, ".//a:p[a:r/a:rPr/a:hlinkClick]")
            for text in _links(paragraph)
            if text and is_poor_link(text, opened.language)
        ]
        yield from gather("WM-OFFICE-LINK-TEXT", poor)


def _links(paragraph: Any) -> Iterator[str]:
    """Yield the words of each link of a paragraph: neighbouring runs with one target are one link."""
    before, text = "", ""
    for run in find_all(paragraph, "a:r"):
        link = first(run, "a:rPr/a:hlinkClick")
        target = link.get(name("r:id"), "") or link.get("action", "") if link is not None else ""
        if target != before and before:
            yield " ".join(text.split())
            text = ""
        if target:
            text += str(first(run, "a:t/text()") or "")
        before = target
    if before:
        yield " ".join(text.split())

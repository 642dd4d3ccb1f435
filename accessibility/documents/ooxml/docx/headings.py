"""Headings of Word files (WCAG 1.3.1, 2.4.6)."""

from collections.abc import Iterator
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register

#: A text longer than this cannot be found one's way in without a heading.
LONG_TEXT_WORDS = 600


@register
class Headings:
    """A long text has real headings, none is empty, and no level is left out."""

    rules = ("WM-DOCX-HEADINGS", "WM-DOCX-HEADING-ORDER", "WM-DOCX-HEADING-EMPTY")
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield by the outline of the body."""
        body = paragraphs(opened)
        headings = [paragraph for paragraph in body if paragraph.level and paragraph.text]
        count = sum(len(paragraph.text.split()) for paragraph in body)
        if count > LONG_TEXT_WORDS and not headings:
            yield Finding("WM-DOCX-HEADINGS", parameters={"words": str(count)})
        skipped = [
            Location(item=below.number, excerpt=below.text)
            for above, below in pairwise(headings)
            if below.level > above.level + 1
        ]
        yield from gather("WM-DOCX-HEADING-ORDER", skipped)
        empty = [paragraph for paragraph in body if paragraph.level and not paragraph.text and not paragraph.is_list]
        yield from gather("WM-DOCX-HEADING-EMPTY", [Location(item=paragraph.number) for paragraph in empty])

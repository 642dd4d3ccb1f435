"""Headings of Word files (WCAG 1.3.1, 2.4.6)."""

from collections.abc import Iterator
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, Severity, gather
from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register

#: A text longer than this, about two pages, is hard to find one's way in without a heading.
LONG_TEXT_WORDS = 600
#: About five pages: without a heading nobody can, and that blocks.
VERY_LONG_TEXT_WORDS = 1_500


@register
class Headings:
    """A long text has real headings, whatever the language of Word calls their style."""

    rules = ("WM-DOCX-HEADINGS",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when there is none; tables do not count as text."""
        body = paragraphs(opened)
        count = sum(len(paragraph.text.split()) for paragraph in body if not paragraph.in_table)
        if count > LONG_TEXT_WORDS and not any(paragraph.level and paragraph.text for paragraph in body):
            severity = Severity.BLOCK if count > VERY_LONG_TEXT_WORDS else Severity.WARN
            yield Finding("WM-DOCX-HEADINGS", severity=severity, parameters={"words": str(count)})


@register
class HeadingOrder:
    """No level is left out, at the start or on the way down."""

    rules = ("WM-DOCX-HEADING-ORDER", "WM-DOCX-HEADING-START")
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield headings more than one level below the one before."""
        headings = [paragraph for paragraph in paragraphs(opened) if paragraph.level and paragraph.text]
        if headings and headings[0].level > 1:
            yield from gather("WM-DOCX-HEADING-START", [headings[0].place], level=str(headings[0].level))
        skipped = [below.place for above, below in pairwise(headings) if below.level > above.level + 1]
        yield from gather("WM-DOCX-HEADING-ORDER", skipped)


@register
class EmptyHeadings:
    """A heading has words."""

    rules = ("WM-DOCX-HEADING-EMPTY",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield headings with neither words nor a picture that could speak for them."""
        empty = [row for row in paragraphs(opened) if row.level and not row.text and not row.has_drawing]
        yield from gather("WM-DOCX-HEADING-EMPTY", [row.place for row in empty])

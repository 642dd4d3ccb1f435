"""Headings and bookmarks of long files (WCAG 1.3.1, 2.4.5; PDF9, PDF2). Their order is the engine's to check."""

import re
from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

_HEADING = re.compile(r"H[1-6]?$")


@register
class Headings:
    """A file of more than two pages has headings; without one in more than five nobody finds their way."""

    rules = ("WM-PDF-HEADINGS-NONE", "WM-PDF-HEADINGS-FEW", "WM-PDF-BOOKMARKS")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield for tagged files alone: without tags the first thing to mend is another."""
        headed = any(_HEADING.match(element.type) for element in opened.elements)
        if opened.elements and not headed and opened.pages_total > 2:
            yield Finding("WM-PDF-HEADINGS-NONE" if opened.pages_total > 5 else "WM-PDF-HEADINGS-FEW")
        if opened.pages_total > 9 and "/Outlines" not in opened.root:
            yield Finding("WM-PDF-BOOKMARKS")

"""Links of Word files (WCAG 2.4.4)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.drawing import link_words
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link
from accessibility.documents.xml import find_all, first


@register
class Links:
    """A link has words, and they say where it leads."""

    rules = ("WM-DOCX-LINK-EMPTY", "WM-OFFICE-LINK-TEXT")
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield links without words, and links whose words say nothing."""
        empty, poor = [], []
        for number, link in enumerate(find_all(opened.main, "//w:hyperlink[@r:id]"), 1):
            said = link_words(link, "w:t")
            place = Location(item=number, excerpt=said)
            if not said and first(link, ".//wp:docPr | .//v:shape") is None:
                empty.append(place)
            elif is_poor_link(said, opened.language):
                poor.append(place)
        yield from gather("WM-DOCX-LINK-EMPTY", empty)
        yield from gather("WM-OFFICE-LINK-TEXT", poor)

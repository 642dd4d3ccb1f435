"""A table of contents for a long document, captions for films in it (WCAG 2.4.5, 1.2.2)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first

LONG_PAGES = 9
LONG_WORDS = 3_000


@register
class Contents:
    """A long document has a table of contents made from its headings."""

    rules = ("WM-DOCX-CONTENTS",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when it has none."""
        body = paragraphs(opened)
        count = sum(len(paragraph.text.split()) for paragraph in body)
        is_long = count > LONG_WORDS or (opened.pages_total > LONG_PAGES and count > LONG_WORDS / 3)
        if is_long and not _has_contents(opened, body):
            yield Finding("WM-DOCX-CONTENTS", parameters={"words": str(count)})


@register
class Media:
    """A film needs captions; whether it has them is asked of the author."""

    rules = ("WM-DOCX-MEDIA-ASK",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield films from the web and in the file."""
        found = find_all(opened.main, "//wp15:webVideoPr | //a:videoFile | //a:audioFile")
        yield from gather(
            "WM-DOCX-MEDIA-ASK", [Location(excerpt=str(row.get("embeddedHtml", ""))[:40]) for row in found]
        )


def _has_contents(opened: OoxmlPackage, body: tuple[Paragraph, ...]) -> bool:
    """Return whether a field or its lines make a table of contents."""
    if first(opened.main, "//w:docPartGallery[@w:val='Table of Contents']") is not None:
        return True
    return any(f" {row.field_codes.strip()}".upper().startswith(" TOC") or row.is_called("toc ") for row in body)

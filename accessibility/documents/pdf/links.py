"""The words of links (WCAG 2.4.4, PDF11). Whether a link is tagged is the engine's to check."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link

MAX_LINKS = 2_000


@register
class LinkText:
    """A link says where it leads: not "click here", not a bare address."""

    rules = ("WM-PDF-LINK-TEXT",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the links whose words on the page say nothing, unless the link has a description of its own."""
        poor = []
        for number, rectangle in _links(opened):
            words = _words(opened.rendered, number - 1, rectangle)
            if words and is_poor_link(words, opened.language):
                poor.append(Location(page=number, excerpt=words))
        yield from gather("WM-PDF-LINK-TEXT", poor)


def _links(opened: OpenedPdf) -> Iterator[tuple[int, list[float]]]:
    """Yield page number and rectangle of links to addresses that carry no description."""
    left = MAX_LINKS
    for number, page in enumerate(opened.pdf.pages[: opened.pages_checked], 1):
        annotations = page.obj.get("/Annots")
        for annotation in list(annotations) if isinstance(annotations, pikepdf.Array) else []:
            if _is_bare_link(annotation) and left:
                left -= 1
                yield number, [float(value) for value in annotation["/Rect"]]


def _is_bare_link(annotation: Any) -> bool:
    """Return whether the annotation is a link to an address with a place and no words of its own."""
    if not isinstance(annotation, pikepdf.Dictionary) or annotation.get("/Subtype") != "/Link":
        return False
    action, place = annotation.get("/A"), annotation.get("/Rect")
    leads = isinstance(action, pikepdf.Dictionary) and "/URI" in action
    return leads and isinstance(place, pikepdf.Array) and len(place) == 4 and not text_of(annotation.get("/Contents"))


def _words(document: Any, index: int, rectangle: list[float]) -> str:
    """Return the text of the page under the rectangle."""
    page = document[index]
    text = page.get_textpage()
    try:
        x1, y1, x2, y2 = rectangle
        found = text.get_text_bounded(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        return " ".join(found.split())[:200]
    finally:
        text.close()
        page.close()

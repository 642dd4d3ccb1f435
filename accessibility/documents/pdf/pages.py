"""Pages that are only a picture of a page (WCAG 1.1.1, 1.4.5; PDF7)."""

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.pdf.figures import alternative
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

MOST_OF_A_PAGE = 0.8
FEW_CHARACTERS = 10


@register
class ImageOnlyPages:
    """A scan has no words for a screen reader, a search or a larger typeface."""

    rules = ("WM-PDF-IMAGE-ONLY",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the pages whose picture fills them, with next to no text and no words that stand for it."""
        described = {e.page for e in opened.elements if e.type == "Figure" and alternative(e)}
        numbers = range(1, opened.pages_checked + 1)
        pages = [number for number in numbers if number not in described and _is_picture(opened.rendered, number - 1)]
        yield from gather("WM-PDF-IMAGE-ONLY", [Location(page=number) for number in pages])


def _is_picture(document: Any, index: int) -> bool:
    """Return whether images cover the page and text does not."""
    page = document[index]
    try:
        width, height = page.get_size()
        images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        covered = sum(_area(image.get_bounds()) for image in images)
        if covered < MOST_OF_A_PAGE * width * height:
            return False
        text = page.get_textpage()
        try:
            return len("".join(text.get_text_range().split())) < FEW_CHARACTERS
        finally:
            text.close()
    finally:
        page.close()


def _area(bounds: tuple[float, float, float, float]) -> float:
    """Return the area of left, bottom, right, top."""
    left, bottom, right, top = bounds
    return max(0.0, right - left) * max(0.0, top - bottom)

"""Alternative text of pictures and formulas (WCAG 1.1.1, PDF1)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.pdf.structure import Element
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_alt


@register
class Figures:
    """Every figure has words: none blocks, a file name or "image" warns, the rest is asked of the author."""

    rules = ("WM-PDF-FIGURE-ALT", "WM-PDF-FIGURE-ALT-POOR", "WM-PDF-FIGURE-ASK")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield by what the alternative texts say. An empty replacement text is the way to say "nothing to read"."""
        missing: list[Location] = []
        poor: list[Location] = []
        asked: list[Location] = []
        for element in opened.elements:
            if element.type != "Figure":
                continue
            words = alternative(element)
            if not words and "/ActualText" in element.obj:
                continue
            place = Location(page=element.page, item=element.obj.objgen[0] or None, excerpt=words)
            (asked if words and not is_poor_alt(words) else poor if words else missing).append(place)
        yield from gather("WM-PDF-FIGURE-ALT", missing)
        yield from gather("WM-PDF-FIGURE-ALT-POOR", poor)
        yield from gather("WM-PDF-FIGURE-ASK", asked)


@register
class Formulas:
    """Every formula is also said in words."""

    rules = ("WM-PDF-FORMULA-ALT",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the formulas that are not."""
        silent = [e for e in opened.elements if e.type == "Formula" and not alternative(e)]
        yield from gather("WM-PDF-FORMULA-ALT", [Location(page=element.page) for element in silent])


def alternative(element: Element) -> str:
    """Return the words that stand for an element."""
    return text_of(element.obj.get("/Alt")) or text_of(element.obj.get("/ActualText"))

"""Pages that are only a picture of a page, and scans with recognised text (WCAG 1.1.1, 1.4.5; PDF7)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Location, gather
from accessibility.documents.base import Kind as Format
from accessibility.documents.pdf.content import INVISIBLE, Kind, Piece
from accessibility.documents.pdf.figures import alternative
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

MOST_OF_A_PAGE = 0.8
FEW_CHARACTERS = 10
#: So much of a page's text is invisible when it was recognised from a picture.
MOSTLY = 0.9


@register
class Scans:
    """A scan has no words for a screen reader; recognised words may be wrong ones."""

    rules = ("WM-PDF-IMAGE-ONLY", "WM-PDF-OCR", "WM-PDF-OCR-ASK")
    kinds = (Format.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the pages without words, and those whose words lie unseen behind a picture: untagged, or tagged."""
        described = {e.page for e in opened.elements if e.type == "Figure" and alternative(e)}
        bare: list[Location] = []
        loose: list[Location] = []
        tagged: list[Location] = []
        for number in range(1, opened.pages_checked + 1):
            pieces = opened.contents.page(number)
            if not _is_picture(pieces, opened.contents.size(number)):
                continue
            texts = [piece for piece in pieces if piece.kind is Kind.TEXT]
            letters = len("".join(opened.contents.text(number).split()))
            place = Location(page=number)
            if letters < FEW_CHARACTERS:
                bare += [place] if number not in described else []
            elif _is_recognised(texts):
                (tagged if any(piece.is_marked for piece in texts) else loose).append(place)
        yield from gather("WM-PDF-IMAGE-ONLY", bare)
        yield from gather("WM-PDF-OCR", loose)
        yield from gather("WM-PDF-OCR-ASK", tagged)


def _is_picture(pieces: tuple[Piece, ...], size: tuple[float, float]) -> bool:
    """Return whether images cover the page."""
    width, height = size
    covered = sum(_visible(piece, width, height) for piece in pieces if piece.kind is Kind.IMAGE)
    return bool(covered) and covered >= MOST_OF_A_PAGE * width * height


def _visible(piece: Piece, width: float, height: float) -> float:
    """Return the area of a picture, at most that of the page, whose corner may lie anywhere."""
    return min(piece.area, width * height)


def _is_recognised(texts: list[Piece]) -> bool:
    """Return whether nearly all the letters are invisible."""
    letters = sum(len(piece.text.strip()) for piece in texts)
    unseen = sum(len(piece.text.strip()) for piece in texts if piece.mode == INVISIBLE)
    return letters > 0 and unseen >= MOSTLY * letters

"""What is drawn on the pages, piece by piece, as pdfium sees it: words, pictures and drawings with their places.

Places are left, bottom, right, top in PDF points. Each page and each file has a budget of pieces; what is past it is
not looked at, so that a drawing of a million lines costs no more than a letter.
"""

import ctypes
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pypdfium2.raw as pdfium

from accessibility.documents.pdf.objects import Drawn, Font, font_of, text_of_object, walk_page

MAX_PIECES_PAGE = 5_000
MAX_PIECES = 40_000
INVISIBLE = 3


class Kind(Enum):
    """What a piece is."""

    TEXT = pdfium.FPDF_PAGEOBJ_TEXT
    PATH = pdfium.FPDF_PAGEOBJ_PATH
    IMAGE = pdfium.FPDF_PAGEOBJ_IMAGE
    SHADING = pdfium.FPDF_PAGEOBJ_SHADING


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. ``mcid`` names its tag, ``size`` is in points, ``mode`` the text rendering mode (3 is invisible).

    ``is_marked`` tells tagged content also inside forms, whose numbers are their own.
    """

    kind: Kind
    mcid: int | None
    is_artifact: bool
    is_marked: bool
    bbox: tuple[float, float, float, float]
    text: str = ""
    size: float = 0.0
    is_bold: bool = False
    mode: int = 0

    @property
    def area(self) -> float:
        """Return its area in square points."""
        left, bottom, right, top = self.bbox
        return max(0.0, right - left) * max(0.0, top - bottom)


class Contents:
    """The pieces of each page, read when they are first asked for."""

    def __init__(self, document: Any, pages: int) -> None:
        self._document = document
        self.pages = pages
        self._read: dict[int, tuple[Piece, ...]] = {}
        self._text: dict[int, str] = {}
        self._left = MAX_PIECES

    @property
    def is_whole(self) -> bool:
        """Return whether nothing was left out so far."""
        return self._left > 0 and all(len(pieces) < MAX_PIECES_PAGE for pieces in self._read.values())

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height of a page (from 1) in points."""
        width, height = self._document.get_page_size(number - 1)
        return float(width), float(height)

    def page(self, number: int) -> tuple[Piece, ...]:
        """Return the pieces of a page (from 1), in the order in which they are drawn."""
        if number not in self._read:
            self._load(number)
        return self._read[number]

    def text(self, number: int) -> str:
        """Return the words of a page (from 1)."""
        if number not in self._read:
            self._load(number)
        return self._text[number]

    def _load(self, number: int) -> None:
        """Read one page and close it again."""
        page = self._document[number - 1]
        words = page.get_textpage()
        try:
            budget = min(MAX_PIECES_PAGE, self._left)
            fonts: dict[int, Font] = {}
            pieces = tuple(_piece(drawn, words, fonts) for drawn in walk_page(page, budget))
            self._left -= len(pieces)
            self._read[number] = pieces
            self._text[number] = words.get_text_range() if words.count_chars() else ""
        finally:
            words.close()
            page.close()


def _piece(drawn: Drawn, words: Any, fonts: dict[int, Font]) -> Piece:
    """Return what one object of pdfium is to us."""
    kind = Kind(drawn.type)
    bbox = drawn.bbox
    if kind is not Kind.TEXT:
        return Piece(kind, drawn.mcid, drawn.is_artifact, drawn.is_marked, bbox)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(drawn.raw, size)
    return Piece(
        kind,
        drawn.mcid,
        drawn.is_artifact,
        drawn.is_marked,
        bbox,
        text_of_object(drawn.raw, words),
        size.value * drawn.scale,
        font_of(drawn.raw, fonts).is_bold,
        pdfium.FPDFTextObj_GetTextRenderMode(drawn.raw),
    )

"""The colour of each piece of text on a page and the colour behind it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from accessibility.documents.pdf.objects import Drawn, Font, font_of, text_of_object, walk_page

MAX_OBJECTS = 4_000
#: Pictures of pages are at most this large, in dots, and at most twice the size of the page.
MAX_DOTS = 1_000_000
#: So much of the ground behind a word has one colour, or it has none.
MOSTLY = 0.75
#: A colour that covers less of a many-coloured ground does not count.
MINOR = 0.05
#: Modes that fill the letters (ISO 32000-1, table 106).
_FILLED = (0, 2, 4, 6)
_WHITE = (255, 255, 255)
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Ink:
    """Text with its colour and those of its ground, one if it is plain; ``is_words``: letters, not decoration."""

    text: str
    bbox: tuple[float, float, float, float]
    size: float
    is_bold: bool
    is_words: bool
    colour: Colour
    grounds: tuple[Colour, ...]

    @property
    def ratios(self) -> list[float]:
        """Return the contrast ratio on each colour of the ground, lowest first."""
        return sorted(ratio(self.colour, ground) for ground in self.grounds)


class PageInks:
    """The inks of one page. With nothing but text on white paper nothing needs to be drawn."""

    def __init__(self, document: Any, number: int, budget: int = MAX_OBJECTS) -> None:
        self._page = document[number - 1]
        self._words = self._page.get_textpage()
        self._drawn = list(walk_page(self._page, min(MAX_OBJECTS, budget)))
        self.seen = len(self._drawn)
        self._texts = [one for one in self._drawn if one.type == pdfium.FPDF_PAGEOBJ_TEXT and _is_seen(one)]
        self.needs_drawing = bool(self._texts) and any(_is_ground(one) for one in self._drawn)

    def read(self) -> Iterator[Ink]:
        """Yield the inks and close the page."""
        try:
            pictures = self._pictures() if self.needs_drawing else None
            fonts: dict[int, Font] = {}
            for drawn in self._texts:
                text = text_of_object(drawn.raw, self._words)
                if text.strip() and (found := self._ink(drawn, text, fonts, pictures)):
                    yield found
        finally:
            self._words.close()
            self._page.close()

    def _ink(
        self, drawn: Drawn, text: str, fonts: dict[int, Font], pictures: tuple[Image.Image, Image.Image] | None
    ) -> Ink | None:
        """Return the ink of one piece, or None when nobody sees it."""
        colour, alpha = _fill(drawn.raw) or ((0, 0, 0), 0)
        grounds: tuple[Colour, ...] = (_WHITE,)
        if pictures:
            box = self._dots(drawn.bbox, pictures[0].size)
            if box is None:
                return None
            whole, bare = (picture.crop(box) for picture in pictures)
            if ImageChops.difference(whole, bare).getbbox() is None:
                return None
            grounds = _colours(bare)
        if not alpha:
            return None
        colour = _over(colour, alpha, grounds[0])
        if grounds == (colour,):
            return None
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(drawn.raw, size)
        letters = sum(letter.isalnum() for letter in text)
        bold = font_of(drawn.raw, fonts).is_bold
        is_words = letters > 2 and not drawn.is_artifact
        return Ink(text, drawn.bbox, size.value * drawn.scale, bold, is_words, colour, grounds)

    def _pictures(self) -> tuple[Image.Image, Image.Image]:
        """Return the page with and without its text."""
        width, height = self._page.get_size()
        scale = min(2.0, (MAX_DOTS / max(1.0, width * height)) ** 0.5)
        whole = self._render(scale)
        for drawn in self._drawn:
            if drawn.type == pdfium.FPDF_PAGEOBJ_TEXT:
                pdfium.FPDFPageObj_SetIsActive(drawn.raw, 0)
        return whole, self._render(scale)

    def _render(self, scale: float) -> Image.Image:
        """Return a picture of the page."""
        bitmap = self._page.render(scale=scale, may_draw_forms=False, draw_annots=False, rev_byteorder=True)
        try:
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            return picture.copy()
        finally:
            bitmap.close()

    def _dots(self, bbox: tuple[float, float, float, float], size: tuple[int, int]) -> tuple[int, int, int, int] | None:
        """Return a place on the page as a box of the picture, or None when it lies outside."""
        across, down = [], []
        for x, y in ((bbox[0], bbox[1]), (bbox[2], bbox[3])):
            column, row = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDF_PageToDevice(self._page.raw, 0, 0, *size, 0, x, y, column, row)
            across.append(column.value)
            down.append(row.value)
        left, right = max(0, min(across)), min(size[0], max(across) + 1)
        top, bottom = max(0, min(down)), min(size[1], max(down) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None


def ratio(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, contrast ratio)."""
    one, two = sorted((_luminance(first), _luminance(second)))
    return (two + 0.05) / (one + 0.05)


def _luminance(colour: Colour) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.1)."""
    parts = [value / 255 for value in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_seen(drawn: Drawn) -> bool:
    """Return whether a text object puts filled letters on the page."""
    return int(pdfium.FPDFTextObj_GetTextRenderMode(drawn.raw)) in _FILLED


def _is_ground(drawn: Drawn) -> bool:
    """Return whether an object may lie behind text and is not white."""
    if drawn.type != pdfium.FPDF_PAGEOBJ_PATH:
        return bool(drawn.type != pdfium.FPDF_PAGEOBJ_TEXT)
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn.raw, mode, stroke) or not mode.value:
        return False
    left, bottom, right, top = drawn.bbox
    if min(right - left, top - bottom) < 3:
        return False
    return _fill(drawn.raw) != (_WHITE, 255)


def _fill(raw: Any) -> tuple[Colour, int] | None:
    """Return the fill colour and its opacity, 0 to 255, when it is a plain one."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(raw, red, green, blue, alpha):
        return None
    return (red.value, green.value, blue.value), alpha.value


def _over(colour: Colour, alpha: int, ground: Colour) -> Colour:
    """Return what a see-through colour looks like on its ground."""
    red, green, blue = (round((a * alpha + b * (255 - alpha)) / 255) for a, b in zip(colour, ground, strict=True))
    return red, green, blue


def _colours(picture: Image.Image) -> tuple[Colour, ...]:
    """Return the one colour that most of the picture has, else the colours that it is made of, commonest first."""
    dots = picture.width * picture.height
    counted = picture.getcolors(4096)
    if counted and max(counted)[0] >= MOSTLY * dots:
        return (_three(max(counted)[1]),)
    few = picture.quantize(8).convert("RGB").getcolors(8) or []
    return tuple(_three(colour) for count, colour in sorted(few, reverse=True) if count >= MINOR * dots)


def _three(colour: object) -> Colour:
    """Return a colour of an RGB picture; Pillow's types know other pictures too."""
    if not isinstance(colour, tuple):
        raise TypeError(colour)
    return int(colour[0]), int(colour[1]), int(colour[2])

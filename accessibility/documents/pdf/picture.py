"""A picture of one page of a PDF with places outlined, drawn inside the sealed process."""

import ctypes
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ImageDraw

from accessibility.documents.base import Refused
from accessibility.documents.pdf.opened import OpenedPdf

#: The longer side of a picture in pixels: enough to know the page by, small enough to load at once.
LONGEST = 1_000
MAX_PLACES = 10
_DARK, _LIGHT = "#14213d", "#ffc533"
Box = tuple[float, float, float, float]


def draw_page(data: bytes, number: int, places: Sequence[Box]) -> bytes:
    """Return a PNG of a page (from 1) with each place (left, bottom, right, top in points) outlined.

    Raises :class:`Refused` when the file has no such page, or it cannot be drawn.
    """
    with OpenedPdf(data) as opened:
        if not 1 <= number <= opened.pages_checked:
            raise Refused("no_picture")
        try:
            page = opened.rendered[number - 1]
            width, height = page.get_size()
            picture = page.render(scale=LONGEST / max(width, height, 1)).to_pil().convert("RGB")
        except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError) as error:
            raise Refused("no_picture") from error
        pen = ImageDraw.Draw(picture)
        for place in places[:MAX_PLACES]:
            _outline(pen, _on_picture(page, picture.size, place))
        stream = BytesIO()
        picture.quantize(colors=64).save(stream, format="PNG", optimize=True)
        return stream.getvalue()


def _on_picture(page: Any, size: tuple[int, int], place: Box) -> tuple[int, int, int, int]:
    """Return a place in pixels from the upper left corner; pdfium knows how the page is turned and cut."""
    corners = []
    for across, up in ((place[0], place[1]), (place[2], place[3])):
        x, y = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, across, up, x, y)
        corners.append((x.value, y.value))
    (left, top), (right, bottom) = corners
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def _outline(pen: Any, place: tuple[int, int, int, int]) -> None:
    """Draw a light line within two dark ones, which is seen on every ground."""
    left, top, right, bottom = place
    for distance, colour in ((8, _DARK), (7, _LIGHT), (6, _LIGHT), (5, _LIGHT), (4, _DARK)):
        frame = (left - distance, top - distance, right + distance, bottom + distance)
        pen.rectangle(frame, outline=colour, width=1)

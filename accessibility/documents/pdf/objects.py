"""A thin reader of pdfium's page objects: flat, bounded, and with places on the page for what lies inside forms."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

MAX_DEPTH = 6
MAX_TEXT = 2_000
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!light)", re.IGNORECASE)
_TYPES = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_SHADING,
)


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface as far as large print is concerned."""

    name: str
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """One object: pdfium's handle and type, its mark, and the matrix of the forms around it."""

    raw: Any
    type: int
    mcid: int | None
    is_artifact: bool
    is_marked: bool
    outer: Matrix

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """Return its place on the page."""
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(self.raw, *edges):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (edge.value for edge in edges)
        corners = [_moved(self.outer, x, y) for x in (left, right) for y in (bottom, top)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(up), max(across), max(up)

    @property
    def scale(self) -> float:
        """Return how much higher a letter is drawn than its font size says."""
        _, _, c, d, _, _ = _times(_matrix(self.raw), self.outer)
        return math.hypot(c, d)


def walk_page(page: Any, budget: int) -> Iterator[Drawn]:
    """Yield at most ``budget`` objects of an open page in the order in which they are drawn."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    top = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count))
    waiting: list[tuple[Iterator[Any], Matrix, int | None, bool, bool]] = [(top, _SAME, None, False, False)]
    while waiting and budget:
        objects, outer, mcid, artifact, marked = waiting[-1]
        raw = next(objects, None)
        if raw is None:
            waiting.pop()
            continue
        budget -= 1
        kind = pdfium.FPDFPageObj_GetType(raw)
        own, is_artifact = _mark(raw)
        number = mcid if mcid is not None else own if len(waiting) == 1 else None
        is_artifact, is_marked = artifact or is_artifact, marked or own is not None
        if kind in _TYPES:
            yield Drawn(raw, kind, number, is_artifact, is_marked, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(waiting) <= MAX_DEPTH:
            waiting.append((_inside(raw), _times(_matrix(raw), outer), number, is_artifact, is_marked))


def _inside(form: Any) -> Iterator[Any]:
    """Yield the objects of a form."""
    for index in range(max(0, pdfium.FPDFFormObj_CountObjects(form))):
        yield pdfium.FPDFFormObj_GetObject(form, index)


def _mark(raw: Any) -> tuple[int | None, bool]:
    """Return the MCID of an object, and whether it is marked as an artifact."""
    number = pdfium.FPDFPageObj_GetMarkedContentID(raw)
    if number >= 0:
        return number, False
    for index in range(min(8, max(0, pdfium.FPDFPageObj_CountMarks(raw)))):
        name, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(raw, index)
        wide = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
        read = pdfium.FPDFPageObjMark_GetName(mark, wide, 64, length)
        if read and name.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace") == "Artifact":
            return None, True
    return None, False


def text_of_object(raw: Any, words: Any) -> str:
    """Return the letters of a text object; ``words`` is the open text page."""
    length = min(MAX_TEXT, pdfium.FPDFTextObj_GetText(raw, words.raw, None, 0))
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(raw, words.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def font_of(raw: Any, known: dict[int, Font]) -> Font:
    """Return the typeface of a text object; ``known`` remembers those already asked for."""
    handle = pdfium.FPDFTextObj_GetFont(raw)
    address = ctypes.addressof(handle.contents) if handle else 0
    if address not in known:
        name = ctypes.create_string_buffer(128)
        length = pdfium.FPDFFont_GetBaseFontName(handle, name, 128) if handle else 0
        text = name.value.decode("utf-8", "replace") if 0 < length <= 128 else ""
        weight = pdfium.FPDFFont_GetWeight(handle) if handle else 0
        known[address] = Font(text, bool(_BOLD.search(text)) or 600 <= weight <= 1000)
    return known[address]


def _matrix(raw: Any) -> Matrix:
    """Return the matrix of an object."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(raw, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does the first, then the second (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

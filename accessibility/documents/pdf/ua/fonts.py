"""Typefaces that are used (ISO 14289-1, 7.21; ISO 14289-2, 8.4.5), as far as it can be told without drawing letters."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from accessibility.documents.base import Location
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.ua import character_maps as maps
from accessibility.documents.pdf.ua import true_type
from accessibility.documents.pdf.ua.base import Breach, at_object, test

_FONT, _UNICODE = "WM-PDF-FONT", "WM-PDF-UNICODE"
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
INVISIBLE = 3
_SYMBOLIC, _NONSYMBOLIC = 4, 32


@dataclass
class Used:
    """A typeface with the codes that are shown in it, and whether any of them is to be seen."""

    font: Any
    page: int
    codes: set[int] = field(default_factory=set)
    is_seen: bool = False

    @property
    def kind(self) -> str:
        """Return its type without the slash."""
        return str(self.font.get("/Subtype", "")).lstrip("/")

    @property
    def descendant(self) -> Any:
        """Return the font below a composite one, else the font itself."""
        below = self.font.get("/DescendantFonts")
        first = below[0] if isinstance(below, pikepdf.Array) and len(below) else None
        return first if isinstance(first, pikepdf.Dictionary) else self.font

    @property
    def descriptor(self) -> Any:
        """Return the description of the font, an empty one when there is none."""
        value = self.descendant.get("/FontDescriptor")
        return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()

    @property
    def program(self) -> Any:
        """Return the font program in the file, or None."""
        return next((self.descriptor[key] for key in _FILES if key in self.descriptor), None)


def used_fonts(opened: OpenedPdf) -> list[Used]:
    """Return the typefaces that text is shown in."""
    found: dict[Any, Used] = {}
    for event in opened.events:
        if event.kind == "text" and isinstance(event.font, pikepdf.Dictionary):
            key = event.font.objgen if event.font.is_indirect else repr(event.font)
            used = found.setdefault(key, Used(event.font, event.page))
            used.codes |= _codes(event.codes, wide=used.kind == "Type0")
            used.is_seen = used.is_seen or event.mode != INVISIBLE
    return list(found.values())


def _codes(data: bytes, *, wide: bool) -> set[int]:
    """Return the codes of a string, of one or two bytes each."""
    if not wide:
        return set(data)
    return {data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)}


@test
def embedding(opened: OpenedPdf) -> Iterator[Breach]:
    """What is seen is drawn with a font from the file."""
    for used in used_fonts(opened):
        if used.is_seen and used.kind != "Type3" and used.program is None:
            yield Breach(_FONT, "7.21.4.1-1", "8.4.5.5.1-1", at_object(used.font, used.page))


@test
def composite(opened: OpenedPdf) -> Iterator[Breach]:
    """A composite font and its character map fit each other and are complete."""
    for used in used_fonts(opened):
        if used.kind != "Type0":
            continue
        place = at_object(used.font, used.page)
        encoding = used.font.get("/Encoding")
        name = str(encoding.get("/CMapName", "") if isinstance(encoding, pikepdf.Stream) else encoding).lstrip("/")
        if not maps.fits(used.descendant.get("/CIDSystemInfo"), encoding, name):
            yield Breach(_FONT, "7.21.3.1-1", "8.4.5.3.1-1", place)
        mapped = used.descendant.get("/CIDToGIDMap")
        is_mapped = isinstance(mapped, pikepdf.Stream) or mapped == "/Identity"
        if used.descendant.get("/Subtype") == "/CIDFontType2" and used.program is not None and not is_mapped:
            yield Breach(_FONT, "7.21.3.2-1", "8.4.5.3.2-1", place)
        yield from _map(encoding, name, place)


def _map(encoding: Any, name: str, place: Location) -> Iterator[Breach]:
    """A character map is a known one, or lies in the file and leads to known ones only."""
    if not isinstance(encoding, pikepdf.Stream):
        if name not in maps.KNOWN:
            yield Breach(_FONT, "7.21.3.3-1", "8.4.5.4-1", place)
        return
    if encoding.get("/WMode", 0) != maps.direction(encoding):
        yield Breach(_FONT, "7.21.3.3-2", "8.4.5.4-2", place)
    above = encoding.get("/UseCMap")
    other = above.get("/CMapName") if isinstance(above, pikepdf.Stream) else above
    if other is not None and str(other).lstrip("/") not in maps.KNOWN:
        yield Breach(_FONT, "7.21.3.3-3", "8.4.5.4-3", place)


@test
def true_types(opened: OpenedPdf) -> Iterator[Breach]:
    """A TrueType font says how its codes become letters."""
    for used in used_fonts(opened):
        if used.kind != "TrueType":
            continue
        place = at_object(used.font, used.page)
        flags = used.descriptor.get("/Flags", 0)
        symbolic = isinstance(flags, int) and bool(flags & _SYMBOLIC)
        tables = true_type.character_tables(used.program)
        encoding = used.font.get("/Encoding")
        if symbolic:
            if encoding is not None:
                yield Breach(_FONT, "7.21.6-3", "8.4.5.7-3", place)
            if tables is not None and len(tables) != 1 and (3, 0) not in tables:
                yield Breach(_FONT, "7.21.6-4", "8.4.5.7-4" if (1, 0) not in tables else "", place)
            continue
        if not true_type.is_usual(encoding, tables):
            yield Breach(_FONT, "7.21.6-2", "8.4.5.7-2", place)
        if used.is_seen and tables is not None and not {(3, 1), (1, 0)} & tables:
            yield Breach(_FONT, "7.21.6-1", "8.4.5.7-1", place)


@test
def letters(opened: OpenedPdf) -> Iterator[Breach]:
    """Each code that is shown becomes a letter, and none is the empty box."""
    for used in used_fonts(opened):
        place = at_object(used.font, used.page)
        table = maps.unicode_table(used.font.get("/ToUnicode"))
        values = {table[code] for code in used.codes & table.keys()} if table is not None else set()
        if any(set(value) & maps.NO_LETTERS for value in values):
            yield Breach(_UNICODE, "7.21.7-2", "8.4.5.8-2", place)
        if maps.has_no_letters(used.font, used.descendant, used.codes, table):
            yield Breach(_UNICODE, "7.21.7-1", "8.4.5.8-1", place)
        if maps.shows_empty_box(used.font, used.codes):
            yield Breach(_UNICODE, "7.21.8-1", "8.4.5.9-1", place)

"""The directory of a TrueType font program (OpenType 1.9, cmap), and encodings that fit it."""

import struct
from typing import Any

import pikepdf

MAX_PROGRAM = 32 * 1024 * 1024
_USUAL = ("/WinAnsiEncoding", "/MacRomanEncoding")


def character_tables(program: Any) -> set[tuple[int, int]] | None:
    """Return platform and encoding of each character table; None when there is no program that can be read."""
    if not isinstance(program, pikepdf.Stream):
        return None
    try:
        data = program.read_bytes()
        start = _table(data, b"cmap")
        if start is None:
            return set()
        (count,) = struct.unpack_from(">H", data, start + 2)
        rows = (struct.unpack_from(">HH", data, start + 4 + 8 * index) for index in range(min(count, 64)))
        return {(int(platform), int(encoding)) for platform, encoding in rows}
    except (struct.error, pikepdf.PdfError, RuntimeError, NotImplementedError):
        return None


def _table(data: bytes, name: bytes) -> int | None:
    """Return where a table starts."""
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(min(count, 256)):
        tag, _check, start, _length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == name:
            return int(start)
    return None


def is_usual(encoding: Any, tables: set[tuple[int, int]] | None) -> bool:
    """Return whether a font that is not symbolic has a usual encoding, and letters where it differs from it."""
    if not isinstance(encoding, pikepdf.Dictionary):
        return str(encoding) in _USUAL
    if str(encoding.get("/BaseEncoding")) not in _USUAL:
        return False
    differences = encoding.get("/Differences")
    if not isinstance(differences, pikepdf.Array) or not len(differences):
        return True
    names = [str(part).lstrip("/") for part in differences if isinstance(part, pikepdf.Name)]
    return (tables is None or (3, 1) in tables) and all(is_letter_name(name) for name in names)


def is_letter_name(name: str) -> bool:
    """Return whether a glyph's name is one that the Adobe Glyph List or its rules give a letter."""
    return not (name[:1] in ("g", "c", "G", "C") and name[1:].isdigit()) and not name.startswith(
        ("glyph", "cid", "index")
    )

"""Character maps of fonts: from codes to characters of a collection, and to Unicode (ISO 32000-1, 9.7.5 and 9.10)."""

import re
from typing import Any

import pikepdf

MAX_MAP = 4 * 1024 * 1024
MAX_RANGE = 65_536
#: What may not stand for a letter: nothing, and the two marks of byte order.
NO_LETTERS = {"\0", "\ufeff", "\ufffe"}
_COLLECTIONS = {
    "GB1": "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16",
    "CNS1": "B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16",
    "Japan1": "83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16",
    "Korea1": "KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16",
}
_ORDERINGS = {f"{name}-{way}": key for key, names in _COLLECTIONS.items() for name in names.split() for way in "HV"}
_ORDERINGS |= {"H": "Japan1", "V": "Japan1"}
#: The predefined maps (ISO 32000-1, table 118) but for two that exist in one direction only.
KNOWN = frozenset(_ORDERINGS) - {"83pv-RKSJ-V", "90pv-RKSJ-V", "GBpc-EUC-X", "KSCpc-EUC-V"} | {
    "Identity-H",
    "Identity-V",
}
_WAY = re.compile(rb"/WMode\s+(\d)")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")


def fits(below: Any, encoding: Any, name: str) -> bool:
    """Return whether the font below speaks of the same collection of characters as the map."""
    if name.startswith("Identity-"):
        return True
    if not isinstance(below, pikepdf.Dictionary):
        return False
    registry, ordering = str(below.get("/Registry", "")), str(below.get("/Ordering", ""))
    if not isinstance(encoding, pikepdf.Stream):
        return name not in _ORDERINGS or (registry, ordering) == ("Adobe", _ORDERINGS[name])
    above = encoding.get("/CIDSystemInfo")
    above = above[0] if isinstance(above, pikepdf.Array) and len(above) else above
    if not isinstance(above, pikepdf.Dictionary):
        return False
    same = (registry, ordering) == (str(above.get("/Registry", "")), str(above.get("/Ordering", "")))
    return same and _number(below) <= _number(above)


def _number(information: Any) -> int:
    """Return the supplement of a collection."""
    value = information.get("/Supplement", 0)
    return int(value) if isinstance(value, int) else 0


def direction(stream: Any) -> int:
    """Return the writing direction that the map itself names."""
    found = _WAY.search(_data(stream))
    return int(found[1]) if found else 0


def unicode_table(stream: Any) -> dict[int, str] | None:
    """Return the letters of each code, or None when there is no such table."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(_data(stream)):
        _read(table, _tokens(body), is_range=kind == b"bfrange")
    return table


def _tokens(body: bytes) -> list[Any]:
    """Return the hexadecimal strings of a section as bytes, and its brackets as they are."""
    found: list[Any] = []
    for match in _HEX.finditer(body):
        text = b"".join(match[1].split()) if match[1] is not None else None
        found.append(match[0] if text is None else bytes.fromhex((text + b"0" * (len(text) % 2)).decode()))
    return found


def _read(table: dict[int, str], tokens: list[Any], *, is_range: bool) -> None:
    """Add one section to the table."""
    position = 0
    step = 3 if is_range else 2
    while position + step <= len(tokens):
        first = int.from_bytes(tokens[position], "big")
        last = int.from_bytes(tokens[position + 1], "big") if is_range else first
        value = tokens[position + step - 1]
        if value == b"[":
            end = tokens.index(b"]", position) if b"]" in tokens[position:] else len(tokens)
            letters = tokens[position + step : end]
            table.update({first + index: _letters(part) for index, part in enumerate(letters)})
            position = end + 1
            continue
        for code in range(first, min(last, first + MAX_RANGE) + 1):
            table[code] = _letters(value, code - first)
        position += step


def _letters(value: bytes, offset: int = 0) -> str:
    """Return the letters of a value in UTF-16, the last moved on by ``offset``."""
    if len(value) > 1 and offset:
        value = value[:-2] + ((int.from_bytes(value[-2:], "big") + offset) & 0xFFFF).to_bytes(2, "big")
    return (b"\0" * (len(value) % 2) + value).decode("utf-16-be", "replace")


def has_no_letters(font: Any, below: Any, codes: set[int], table: dict[int, str] | None) -> bool:
    """Return whether a code is shown for which nobody can tell the letter."""
    if font.get("/Subtype") == "/Type0":
        if table is not None:
            return bool(codes - table.keys())
        information = below.get("/CIDSystemInfo")
        ordering = str(information.get("/Ordering", "")) if isinstance(information, pikepdf.Dictionary) else ""
        return str(font.get("/Encoding")).startswith("/Identity") and ordering not in _COLLECTIONS
    return font.get("/Subtype") == "/Type3" and table is None


def shows_empty_box(font: Any, codes: set[int]) -> bool:
    """Return whether a code is shown that the font has no letter for."""
    encoding = font.get("/Encoding")
    if font.get("/Subtype") == "/Type0":
        return str(encoding).startswith("/Identity") and 0 in codes
    differences = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    code = 0
    for part in differences if isinstance(differences, pikepdf.Array) else ():
        if isinstance(part, pikepdf.Name):
            if str(part) == "/.notdef" and code in codes:
                return True
            code += 1
        else:
            code = int(part)
    return False


def _data(stream: Any) -> bytes:
    """Return a map's bytes, none when they cannot be had."""
    try:
        data: bytes = stream.read_bytes()
    except (pikepdf.PdfError, RuntimeError, NotImplementedError):
        return b""
    return data[:MAX_MAP]

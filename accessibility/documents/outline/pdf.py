"""A PDF form: AcroForm fields with their own words or those beside them, else the lines of the pages."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.outline.base import MAX_ROWS, Field, Part, line
from accessibility.documents.pdf.annotations import Annotation
from accessibility.documents.pdf.content import Kind, Piece
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import name_of, text_of

_READ_ONLY, _REQUIRED = 1, 2
_MULTILINE, _RADIO, _PUSH, _SEVERAL = 1 << 12, 1 << 15, 1 << 16, 1 << 21
#: How far from a field its words may stand, in points.
NEAR = 220


def rows_of(opened: OpenedPdf) -> list[dict[str, Any]]:
    """Return the outline: with fields, one line a field in the order of the pages; else the lines of the text."""
    fields = _fields(opened)
    if fields:
        return fields[:MAX_ROWS]
    found: list[dict[str, Any]] = []
    for number in range(1, opened.pages_checked + 1):
        found += [line([text]) for text in opened.contents.text(number).splitlines() if text.strip()]
    return found[:MAX_ROWS]


def _fields(opened: OpenedPdf) -> list[dict[str, Any]]:
    """Return a line for each field, from top to bottom; the buttons of one radio group are one field."""
    widgets = [one for one in opened.annotations if one.type == "Widget" and one.bbox and not one.flags & 0b100010]
    groups: dict[Any, list[Annotation]] = {}
    for one in sorted(widgets, key=_place):
        groups.setdefault(_owner(one), []).append(one)
    rows = []
    for several in groups.values():
        field = _field(opened, several)
        if field is not None:
            rows.append(line([_beside(opened, several[0]) if not field.label else "", field]))
    return rows


def _place(one: Annotation) -> tuple[int, int, float]:
    left, _bottom, _right, top = one.bbox or (0, 0, 0, 0)
    return one.page, -round(top / 6), left


def _owner(one: Annotation) -> Any:
    """Return what makes widgets one field: the object that has their name."""
    obj = one.obj
    if "/T" not in obj and isinstance(obj.get("/Parent"), pikepdf.Dictionary):
        obj = obj["/Parent"]
    return obj.objgen if obj.is_indirect else id(one)


def _inherited(obj: Any, key: str) -> Any:
    for _ in range(20):
        if key in obj:
            return obj[key]
        obj = obj.get("/Parent")
        if not isinstance(obj, pikepdf.Dictionary):
            return None
    return None


def _field(opened: OpenedPdf, several: list[Annotation]) -> Field | None:
    """Return a field, or None for a button and for what nobody may change."""
    obj = several[0].obj
    kind, flags = name_of(_inherited(obj, "/FT")), _inherited(obj, "/Ff")
    bits = int(flags) if isinstance(flags, int) else 0
    if bits & _READ_ONLY or (kind == "Btn" and bits & _PUSH):
        return None
    options = _options(opened, several, kind)
    longest = _inherited(obj, "/MaxLen")
    return Field(
        _control(kind, bits, len(several)),
        label=text_of(_inherited(obj, "/TU")),
        name=text_of(_inherited(obj, "/T")),
        options=options,
        required=bool(bits & _REQUIRED),
        longest=int(longest) if isinstance(longest, int) and 0 < longest < 20_000 else 0,
    )


def _control(kind: str, bits: int, count: int) -> str:
    if kind == "Btn":
        return "choice" if bits & _RADIO or count > 1 else "tick"
    if kind == "Ch":
        return "several" if bits & _SEVERAL else "choice"
    if kind == "Sig":
        return "sign"
    return "long" if bits & _MULTILINE else "text"


def _options(opened: OpenedPdf, several: list[Annotation], kind: str) -> tuple[str, ...]:
    if kind == "Ch":
        return tuple(_listed(_inherited(several[0].obj, "/Opt")))
    if kind == "Btn" and len(several) > 1:
        return tuple(_right_of(opened, one) or _state(one) for one in several)
    return ()


def _listed(options: Any) -> Iterator[str]:
    """Yield the words of a list's entries; an entry may be a pair of value and words."""
    for entry in list(options) if isinstance(options, pikepdf.Array) else []:
        yield text_of(list(entry)[-1] if isinstance(entry, pikepdf.Array) and len(entry) else entry)


def _state(one: Annotation) -> str:
    """Return the name of the state that means "on"."""
    looks = one.obj.get("/AP")
    normal = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
    keys = [str(key).lstrip("/") for key in normal.keys()] if isinstance(normal, pikepdf.Dictionary) else []  # noqa: SIM118 - a pikepdf dictionary
    return next((key for key in keys if key != "Off"), "")


def _beside(opened: OpenedPdf, one: Annotation) -> Part:
    """Return the words left of a field on its line, else those just above it."""
    left, bottom, _right, top = one.bbox or (0, 0, 0, 0)
    same = [piece for piece in _words(opened, one.page) if piece.bbox[0] < left and _overlaps(piece, bottom, top)]
    near = [piece for piece in same if left - piece.bbox[2] < NEAR]
    if near:
        return _joined(near)
    above = [
        p for p in _words(opened, one.page) if 0 <= p.bbox[1] - top < 24 and p.bbox[2] > left and p.bbox[0] < _right
    ]
    return _joined(above)


def _right_of(opened: OpenedPdf, one: Annotation) -> str:
    """Return the first words right of a button."""
    _left, bottom, right, top = one.bbox or (0, 0, 0, 0)
    right_side = [p for p in _words(opened, one.page) if -2 <= p.bbox[0] - right < 40 and _overlaps(p, bottom, top)]
    return _joined(sorted(right_side, key=lambda piece: piece.bbox[0])[:1])


def _overlaps(piece: Piece, bottom: float, top: float) -> bool:
    return min(piece.bbox[3], top) - max(piece.bbox[1], bottom) > 2


def _words(opened: OpenedPdf, page: int) -> list[Piece]:
    return [piece for piece in opened.contents.page(page) if piece.kind is Kind.TEXT and piece.text.strip()]


def _joined(pieces: list[Piece]) -> str:
    return " ".join(piece.text.strip() for piece in sorted(pieces, key=lambda piece: piece.bbox[0]))

"""Colours and number formats of cells (WCAG 1.4.3, 1.4.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.colours import WHITE, Colour, is_weak
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.theme import Theme, excel_colour
from accessibility.documents.ooxml.xlsx.sheets import sheets_of, text_of
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, is_on, whole

_QUOTED = re.compile(r'"[^"]*"|\\.|\[\$[^\]]*\]')
_RED = re.compile(r"\[(?:red|rot|rouge|rojo|color\s?3)\]", re.IGNORECASE)


@dataclass(frozen=True)
class Format:
    """The look of a cell format. Colours of None are automatic or cannot be told."""

    text: Colour | None
    background: Colour | None
    points: float
    is_bold: bool
    is_red_alone: bool


@register
class CellContrast:
    """Text stands out from the fill of its cell."""

    rules = ("WM-OFFICE-CONTRAST",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the first cell of each sheet and format that does not."""
        weak = {str(number) for number, row in enumerate(formats_of(opened)) if _is_weak(row)}
        yield from gather("WM-OFFICE-CONTRAST", _cells(opened, weak, numbers=False))


@register
class RedNegatives:
    """A negative number has a minus sign or brackets: red alone is not seen by everybody."""

    rules = ("WM-XLSX-RED-NEGATIVE",)
    kinds = (Kind.XLSX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the first cell of each sheet and format where red is the only sign."""
        red = {str(number) for number, row in enumerate(formats_of(opened)) if row.is_red_alone}
        yield from gather("WM-XLSX-RED-NEGATIVE", _cells(opened, red, numbers=True))


@lru_cache(maxsize=1)
def formats_of(opened: OoxmlPackage) -> tuple[Format, ...]:
    """Return the formats that cells refer to by number."""
    styles = opened.related(opened.main_name, "styles")
    if styles is None:
        return ()
    theme = Theme(opened.related(opened.main_name, "theme"))
    fonts, fills = find_all(styles, "s:fonts/s:font"), find_all(styles, "s:fills/s:fill")
    codes = {row.get("numFmtId"): row.get("formatCode", "") for row in find_all(styles, "s:numFmts/s:numFmt")}
    return tuple(_format(row, fonts, fills, codes, theme) for row in find_all(styles, "s:cellXfs/s:xf"))


def is_red_alone(code: str) -> bool:
    """Return whether a format code shows negative numbers in red without a minus sign or brackets."""
    sections = _QUOTED.sub("", code).split(";")
    if len(sections) < 2 or not _RED.search(sections[1]):
        return False
    literal = code.split(";")[1] if code.count(";") else ""
    return not any(sign in literal for sign in "-–−(")


def _format(row: Any, fonts: list[Any], fills: list[Any], codes: dict[str, str], theme: Theme) -> Format:
    """Return one format."""
    font, fill = _nth(fonts, row.get("fontId")), _nth(fills, row.get("fillId"))
    size = first(font, "s:sz/@val") if font is not None else None
    number = row.get("numFmtId", "0")
    pattern = str(first(fill, "s:patternFill/@patternType") or "none") if fill is not None else "none"
    solid = excel_colour(first(fill, "s:patternFill/s:fgColor"), theme) if pattern == "solid" else None
    return Format(
        text=excel_colour(first(font, "s:color"), theme) if font is not None else None,
        background=WHITE if fill is not None and pattern == "none" else solid,
        points=float(whole(str(size or "").split(".")[0], 11)),
        is_bold=font is not None and is_on(first(font, "s:b"), "val"),
        is_red_alone=is_red_alone(codes[number]) if number in codes else False,
    )


def _is_weak(row: Format) -> bool:
    """Return whether the two colours are known and too alike."""
    if row.text is None or row.background is None:
        return False
    return is_weak(row.text, row.background, row.points, bold=row.is_bold)


def _cells(opened: OoxmlPackage, formats: set[str], *, numbers: bool) -> list[Location]:
    """Return the first filled cell of each sheet and format; ``numbers`` leaves out cells of text."""
    found: dict[tuple[str, str], Location] = {}
    for sheet in sheets_of(opened) if formats else ():
        for cell in sheet.filled_cells():
            key = (sheet.name, cell.get("s", "0"))
            is_text = cell.get("t") in ("s", "inlineStr", "str", "b", "e")
            if key[1] in formats and key not in found and not (numbers and is_text):
                found[key] = Location(part=f"{sheet.name}!{cell.get('r', '')}", excerpt=text_of(opened, cell))
    return list(found.values())


def _nth(rows: list[Any], number: str | None) -> Any:
    """Return the row of a number given as text, or None."""
    found = whole(number, len(rows))
    return rows[found] if found < len(rows) else None

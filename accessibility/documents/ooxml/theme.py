"""Colours of a theme (ECMA-376, 20.1.6), with the names that Word, PowerPoint and Excel call them by."""

from typing import Any

from accessibility.documents.colours import Colour, colour_of, lighter
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.xml import find_all, first, name, whole

_SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
#: Where no map says otherwise.
_USUAL = {
    "tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2",
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "hyperlink": "hlink", "followedhyperlink": "folHlink", "folhlink": "folHlink",
}  # fmt: skip
#: Excel counts light before dark.
EXCEL_ORDER = ("lt1", "dk1", "lt2", "dk2", *_SLOTS[4:])
_PRESETS = {
    "black": (0, 0, 0), "white": (255, 255, 255), "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "gray": (128, 128, 128), "ltGray": (211, 211, 211), "dkGray": (169, 169, 169),
}  # fmt: skip
_SHARE = 100_000


class Theme:
    """The twelve colours of one theme part; without a part it knows none."""

    def __init__(self, root: Any, mapping: dict[str, str] | None = None) -> None:
        scheme = first(root, "//a:clrScheme") if root is not None else None
        self._colours = {slot: _scheme_colour(first(scheme, f"a:{slot}")) for slot in _SLOTS}
        self._map = {**_USUAL, **{key.lower(): value for key, value in (mapping or {}).items()}}

    def named(self, called: str) -> Colour | None:
        """Return a colour by its name in a document, such as ``accent1`` or ``text1``."""
        slot = self._map.get(called.lower(), called)
        return self._colours.get(_USUAL.get(slot.lower(), slot))

    def drawn(self, parent: Any) -> Colour | None:
        """Return the colour of an element such as ``a:solidFill``; None where nothing tells it or it is see-through."""
        choice = next((child for child in parent if isinstance(child.tag, str)), None) if parent is not None else None
        if choice is None:
            return None
        base = self._base(choice)
        for change in choice:
            base = _changed(base, change) if base else None
        return base

    def _base(self, choice: Any) -> Colour | None:
        """Return the colour that a DrawingML colour element begins with."""
        kind = str(choice.tag).rpartition("}")[2]
        if kind == "srgbClr":
            return colour_of(choice.get("val"))
        if kind == "sysClr":
            return colour_of(choice.get("lastClr"))
        if kind == "prstClr":
            return _PRESETS.get(choice.get("val", ""))
        return self.named(choice.get("val", "")) if kind == "schemeClr" else None


def word_theme(package: OoxmlPackage) -> Theme:
    """Return the theme of a Word file with the map of its settings."""
    settings = package.related(package.main_name, "settings")
    row = first(settings, "w:clrSchemeMapping")
    rows = (("text1", "w:t1"), ("text2", "w:t2"), ("background1", "w:bg1"), ("background2", "w:bg2"))
    mapping = {called: row.get(name(short), called) for called, short in rows} if row is not None else {}
    return Theme(package.related(package.main_name, "theme"), mapping)


def word_colour(element: Any, theme: Theme, value: str = "w:val", prefix: str = "theme") -> Colour | None:
    """Return the colour of ``w:color`` or ``w:shd``: the theme's, else the one written out, else None for automatic.

    ``prefix`` is "theme", or "themeFill" for the background of a shading.
    """
    if element is None:
        return None
    called = element.get(name("w:themeColor" if prefix == "theme" else "w:themeFill"), "")
    colour = theme.named(called) if called and called != "none" else None
    if colour is None:
        return colour_of(element.get(name(value)))
    tint, shade = element.get(name(f"w:{prefix}Tint")), element.get(name(f"w:{prefix}Shade"))
    if tint:
        share = _hex(tint)
        return lighter(colour, share, 1 - share)
    return lighter(colour, _hex(shade)) if shade else colour


def excel_colour(element: Any, theme: Theme) -> Colour | None:
    """Return the colour of a SpreadsheetML colour element; an index of the old palette is not told."""
    if element is None:
        return None
    if element.get("rgb"):
        return colour_of(element.get("rgb"))
    number = whole(element.get("theme"), len(EXCEL_ORDER))
    if number >= len(EXCEL_ORDER):
        return None
    colour = theme.named(EXCEL_ORDER[number])
    tint = _float(element.get("tint"))
    if colour is None or not tint:
        return colour
    return lighter(colour, 1 + tint) if tint < 0 else lighter(colour, 1 - tint, tint)


def _scheme_colour(slot: Any) -> Colour | None:
    """Return the colour of one slot of a scheme."""
    found = find_all(slot, "a:srgbClr/@val | a:sysClr/@lastClr") if slot is not None else []
    return colour_of(str(found[0])) if found else None


def _changed(colour: Colour, change: Any) -> Colour | None:
    """Return the colour after one change; what shines through has no colour of its own."""
    kind, share = str(change.tag).rpartition("}")[2], _float(change.get("val")) / _SHARE
    if kind == "alpha" and share < 1:
        return None
    if kind in ("lumMod", "shade"):
        return lighter(colour, share)
    if kind == "lumOff":
        return lighter(colour, 1, share)
    return lighter(colour, share, 1 - share) if kind == "tint" else colour


def _hex(text: str) -> float:
    """Return two hexadecimal digits as a share of 255."""
    try:
        return int(text, 16) / 255
    except ValueError:
        return 1.0


def _float(text: str | None) -> float:
    """Return a number, 0 for none."""
    try:
        return float(text or 0)
    except ValueError:
        return 0.0

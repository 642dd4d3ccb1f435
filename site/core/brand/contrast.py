"""Contrast between two colours, as WCAG 2.2 defines it."""

import re
from typing import NamedTuple

COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"

#: WCAG 2.2 SC 1.4.3 (text) and SC 1.4.11 (controls, edges, focus rings).
TEXT_RATIO = 4.5
UI_RATIO = 3.0


class Pair(NamedTuple):
    """Two colours that the design lays on each other: field names of the brand, or ``white``."""

    front: str
    ground: str
    minimum: float


WHITE = "#ffffff"
#: Every pair that the stylesheets use. Add a line here when a rule lays a colour on a new ground.
PAIRS = (
    *(Pair("ink", ground, TEXT_RATIO) for ground in ("white", "tint", "stone", "gold")),
    *(Pair("brand", ground, TEXT_RATIO) for ground in ("white", "tint", "stone")),
    *(Pair("deep", ground, TEXT_RATIO) for ground in ("white", "tint", "stone")),
    *(Pair("alert", ground, TEXT_RATIO) for ground in ("white", "tint", "stone")),
    *(Pair("white", ground, TEXT_RATIO) for ground in ("brand", "deep", "ink", "go")),
    *(Pair("go", ground, UI_RATIO) for ground in ("tint", "stone")),
    Pair("gold", "brand", UI_RATIO),
    Pair("gold", "ink", UI_RATIO),
)


def is_colour(text: str) -> bool:
    """Return whether ``text`` is a colour as ``#rrggbb``."""
    return bool(re.match(COLOUR_PATTERN, text))


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of ``#rrggbb``."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def darkened(colour: str, share: float) -> str:
    """Return ``#rrggbb`` mixed with black; ``share`` is the part that is black, 0 to 1."""
    channels = (round(int(colour[start : start + 2], 16) * (1 - share)) for start in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)

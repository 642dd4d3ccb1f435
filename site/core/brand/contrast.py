"""Contrast between two colours, as WCAG 2.2 defines it."""

import re
from typing import NamedTuple

COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"

#: WCAG 2.2 SC 1.4.3 (text) and SC 1.4.11 (controls, edges, focus rings).
TEXT_RATIO = 4.5
UI_RATIO = 3.0


class Pair(NamedTuple):
    """Two colours that the design lays on each other: field names of the brand, or names in ``FIXED``."""

    front: str
    ground: str
    minimum: float


#: Colours that the stylesheets set themselves (assets/styles/_tokens.scss, _settings.scss); a test compares them.
FIXED = {"white": "#ffffff", "soft": "#3d4a66", "visited": "#4b2a85", "line": "#c3cee0", "blush": "#fff3f0"}
#: Every pair that the stylesheets use. Add a line here when a rule lays a colour on a new ground.
PAIRS = (
    *(Pair("ink", ground, TEXT_RATIO) for ground in ("white", "tint", "stone", "blush", "gold")),
    *(Pair("brand", ground, TEXT_RATIO) for ground in ("white", "tint", "stone", "blush")),
    *(Pair("deep", ground, TEXT_RATIO) for ground in ("white", "tint", "stone", "blush")),
    *(Pair(front, ground, TEXT_RATIO) for front in ("soft", "visited") for ground in ("tint", "stone")),
    *(Pair("alert", ground, TEXT_RATIO) for ground in ("white", "tint", "stone")),
    *(Pair("white", ground, TEXT_RATIO) for ground in ("brand", "deep", "ink", "go")),
    *(Pair("go", ground, UI_RATIO) for ground in ("tint", "stone", "line")),
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

"""Colours and their contrast (WCAG 1.4.3). A colour is ``(red, green, blue)``, each 0 to 255."""

import colorsys

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
#: The least contrast of text, and of large text: at least 18 point, or 14 point in bold.
LEAST, LEAST_LARGE = 4.5, 3.0


def colour_of(text: str | None) -> Colour | None:
    """Return the colour of six hexadecimal digits with or without ``#``, or None."""
    digits = (text or "").lstrip("#")
    if len(digits) == 8:  # Excel puts the opacity first
        digits = digits[2:]
    try:
        return (int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)) if len(digits) == 6 else None
    except ValueError:
        return None


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, 1 to 21, as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_weak(text: Colour, background: Colour, points: float, *, bold: bool) -> bool:
    """Return whether text of this size has too little contrast."""
    large = points >= 18 or (bold and points >= 14)
    return contrast(text, background) < (LEAST_LARGE if large else LEAST)


def is_red(colour: Colour) -> bool:
    """Return whether people call it red."""
    red, green, blue = colour
    return red >= 150 and green <= 90 and blue <= 90


def is_coloured(colour: Colour) -> bool:
    """Return whether it is neither black, white nor a grey."""
    return max(colour) - min(colour) > 60


def lighter(colour: Colour, factor: float, offset: float = 0.0) -> Colour:
    """Return the colour with its lightness multiplied and raised, as themes do (ECMA-376, lumMod and lumOff)."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    light = min(1.0, max(0.0, light * factor + offset))
    red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
    return (round(red * 255), round(green * 255), round(blue * 255))


def _luminance(colour: Colour) -> float:
    """Return the relative luminance (WCAG 2.1)."""
    red, green, blue = (part / 255 for part in colour)
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

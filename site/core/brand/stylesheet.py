"""The brand as one small stylesheet of custom properties and one picture, both named by their own content."""

import hashlib

from django.template.loader import render_to_string
from django.templatetags.static import static

from core.brand.contrast import darkened
from core.models import BrandSettings

FONT_STACK = '"Atkinson Hyperlegible", Arial, sans-serif'
# The latin letters only: other scripts use the reader's own fonts and load nothing.
FONT_FACE = (
    '@font-face{{font-family:"Atkinson Hyperlegible";font-weight:{weight};font-display:swap;'
    'src:url("{url}") format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,'
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD}}\n"
)


def stylesheet(brand: BrandSettings, *, with_fonts: bool = True) -> str:
    """Return the sheet; ``with_fonts=False`` is for readers who asked to save data."""
    colours = brand.colours()
    go = colours["go"]
    values = {name: colours[name] for name in brand.COLOURS}
    values |= {"go-dark": darkened(go, 0.25), "go-edge": darkened(go, 0.5)}
    fonts = ""
    if with_fonts and brand.typeface == BrandSettings.Typeface.HYPERLEGIBLE:
        fonts = "".join(FONT_FACE.format(weight=weight, url=_font_url(weight)) for weight in (400, 700))
        values["font"] = FONT_STACK
    rules = ";".join(f"--wm-{name}:{value}" for name, value in values.items())
    # Browsers that know this query never fetch the typeface; for the others the server leaves it out.
    saving = "@media (prefers-reduced-data:reduce){:root{--wm-font:Arial,sans-serif}}\n" if fonts else ""
    return f"{fonts}:root{{{rules}}}\n{saving}"


def icon(brand: BrandSettings) -> str:
    """Return the mark on its gold tile as SVG."""
    return render_to_string("layouts/icon.jinja", {"brand": brand})


def digest(text: str) -> str:
    """Return the name of a file: the same content has the same name on every server."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _font_url(weight: int) -> str:
    return static(f"fonts/atkinson-hyperlegible-latin-{weight}-normal.woff2")

"""What a run of OpenDocument text looks like, and what is behind it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.documents.colours import WHITE, Colour, colour_of
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import Paragraph, Run, styles_of
from accessibility.documents.odf.styles import Styles
from accessibility.documents.xml import find_all, first, name, whole

_USUAL_POINTS = 12.0
_TEXT, _COLOUR = name("style:text-properties"), name("fo:color")
_AUTOMATIC = name("style:use-window-font-color")
_SHAPE_TAGS = tuple(map(name, ("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse")))


@dataclass(frozen=True)
class Look:
    """A colour of None is automatic."""

    colour: Colour | None
    background: Colour | None
    points: float
    is_bold: bool
    is_raised: bool
    is_blinking: bool


def look_of(styles: Styles, paragraph: Paragraph, run: Run) -> Look:
    """Return the look of a run: of the text styles round it, else of its paragraph."""
    return _look(styles, run.styles, paragraph.style)


@lru_cache(maxsize=4_096)
def _look(styles: Styles, text_styles: tuple[str, ...], paragraph_style: str) -> Look:
    """Return the look that some styles give."""
    places = [*(("text", called) for called in text_styles), ("paragraph", paragraph_style)]

    def told(attribute: str) -> str:
        return next(
            (value for family, called in places if (value := styles.value(family, called, "text", attribute))), ""
        )

    backgrounds = [styles.colour(family, called, "text", "fo:background-color") for family, called in places]
    return Look(
        colour=_colour(styles, places),
        background=next((colour for colour in backgrounds if colour), None),
        points=_points(told("fo:font-size")),
        is_bold=told("fo:font-weight") in ("bold", "600", "700", "800", "900"),
        is_raised=_is_raised(told("style:text-position")),
        is_blinking=told("style:text-blinking") == "true",
    )


def _colour(styles: Styles, places: list[tuple[str, str]]) -> Colour | None:
    """Return the colour of letters by the nearest style that says anything of it, None where that is "automatic".

    Both attributes say the same thing (OpenDocument 1.3, 20.386): a colour of a style's own ends the automatic one that
    LibreOffice writes into every default style.
    """
    rows = (row.find(_TEXT) for family, called in places for row in styles.chain(family, called))
    for letters in (row for row in rows if row is not None):
        if letters.get(_AUTOMATIC) == "true":
            return None
        if found := colour_of(letters.get(_COLOUR)):
            return found
    return None


def behind(opened: OdfPackage, paragraph: Paragraph) -> Colour | None:
    """Return the colour behind a paragraph: its own, its cell's, its frame's or the page's; None for a picture."""
    styles = styles_of(opened)
    own = styles.colour("paragraph", paragraph.style, "paragraph", "fo:background-color")
    if own:
        return own
    cell = next(iter(paragraph.element.iterancestors(name("table:table-cell"))), None)
    if cell is not None:
        shade = styles.colour("table-cell", cell.get(name("table:style-name"), ""), "table-cell", "fo:background-color")
        return shade or _table_colour(styles, cell) or page_colour(opened)
    shape = next(iter(paragraph.element.iterancestors(*_SHAPE_TAGS)), None)
    return _shape_colour(opened, shape) if shape is not None else page_colour(opened)


@lru_cache(maxsize=1)
def page_colour(opened: OdfPackage) -> Colour | None:
    """Return the colour of the pages, white where none is told, None for a picture or a gradient."""
    rows = (
        find_all(opened.styles, "office:automatic-styles/style:page-layout/style:page-layout-properties")
        if opened.styles is not None
        else []
    )
    for row in rows:
        if row.get(name("draw:fill")) in ("bitmap", "gradient", "hatch") or first(
            row, "style:background-image/@xlink:href"
        ):
            return None
    colours = [_hex(row) for row in rows]
    return next((colour for colour in colours if colour), WHITE)


def _table_colour(styles: Styles, cell: Any) -> Colour | None:
    """Return the background of a cell's row or table."""
    row = next(iter(cell.iterancestors(name("table:table-row"))), None)
    called = row.get(name("table:style-name"), "") if row is not None else ""
    table = next(iter(cell.iterancestors(name("table:table"))), None)
    whole = table.get(name("table:style-name"), "") if table is not None else ""
    return styles.colour("table-row", called, "table-row", "fo:background-color") or styles.colour(
        "table", whole, "table", "fo:background-color"
    )


def _shape_colour(opened: OdfPackage, shape: Any) -> Colour | None:
    """Return the fill of a frame or shape; without one the page shows through, a picture or gradient is not told."""
    frame = shape.getparent() if shape.tag == name("draw:text-box") else shape
    styles, called = styles_of(opened), frame.get(name("draw:style-name"), "")
    fill = styles.value("graphic", called, "graphic", "draw:fill")
    if fill in ("bitmap", "gradient", "hatch"):
        return None
    if fill == "solid":
        return styles.colour("graphic", called, "graphic", "draw:fill-color")
    return styles.colour("graphic", called, "graphic", "fo:background-color") or page_colour(opened)


def _hex(row: Any) -> Colour | None:
    """Return the background of a page layout."""
    return colour_of(row.get(name("fo:background-color")))


def _points(text: str) -> float:
    """Return a size in points; a share of another size counts as usual."""
    try:
        return float(text.removesuffix("pt")) if text.endswith("pt") else _USUAL_POINTS
    except ValueError:
        return _USUAL_POINTS


def _is_raised(position: str) -> bool:
    """Return whether text stands above the line."""
    word = position.split(" ", maxsplit=1)[0]
    return word == "super" or (word.endswith("%") and whole(word[:-1], 0) > 0)

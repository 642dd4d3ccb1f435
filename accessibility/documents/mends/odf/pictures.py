"""Words for pictures in OpenDocument files, or the mark that they are decoration (WCAG 1.1.1)."""

from copy import deepcopy
from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish, at
from accessibility.documents.mends.odf.package import EditableOdf
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import an_alternative
from accessibility.documents.odf.drawing import judged
from accessibility.documents.odf.styles import text_of
from accessibility.documents.xml import find_all, first, name

_ALL = (Kind.ODT, Kind.ODS, Kind.ODP)
_BARE = ("WM-ODF-ALT", "WM-ODF-ALT-OBJECT", "WM-ODF-ALT-SHAPE", "WM-ODF-ALT-POOR")
_STYLE = name("draw:style-name")


@register
class OdfAlternative(Everywhere):
    """Writes the words that the author typed as the title of one picture, in place of a poor description."""

    id = "alternative"
    label = N_("Write these words into the file")
    rules = (*_BARE, "WM-ODF-ALT-ASK")
    kinds = _ALL
    asks = Asks.ALTERNATIVE
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the words."""
        said = an_alternative(wish.text)
        with EditableOdf(data, kind) as package:
            element = at(judged(package)[wish.rule], wish.spot).element
            package.change_of(element)
            described = not text_of(element, "svg:title") and text_of(element, "svg:desc")
            row = first(element, "svg:desc") if described else _title(element)
            for inner in list(row):
                row.remove(inner)
            row.text = said
            change = Change(N_("The picture is now described: “{words}”."), {"words": said})
            return Mended(package.written(), (change,))


@register
class OdfDecorative(Everywhere):
    """Marks one picture as decoration, in a style of its own, as LibreOffice does."""

    id = "decorative"
    label = N_("It is only decoration")
    rules = _BARE
    kinds = _ALL
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the mark."""
        with EditableOdf(data, kind) as package:
            element = at(judged(package)[wish.rule], wish.spot).element
            package.change_of(element)
            for said in find_all(element, "svg:title | svg:desc"):
                element.remove(said)
            element.set(_STYLE, _decorative_style(element))
            return Mended(package.written(), (Change(N_("The picture is now marked as decoration.")),))


def _title(element: Any) -> Any:
    """Return the title of a drawing; a new one comes before the description, and first in a shape or group."""
    found = first(element, "svg:title")
    if found is None:
        found = etree.Element(name("svg:title"))
        later = first(element, "svg:desc | draw:contour-polygon | draw:contour-path")
        if later is not None:
            later.addprevious(found)
        elif element.tag == name("draw:frame"):
            element.append(found)
        else:
            element.insert(0, found)
    return found


def _decorative_style(element: Any) -> str:
    """Add a copy of the drawing's automatic style with the mark, and return its name."""
    root = element.getroottree().getroot()
    group = first(root, "office:automatic-styles")
    if group is None:
        raise Refused("no_mend")
    old = element.get(_STYLE, "")
    rows = [row for row in find_all(group, "style:style") if row.get(name("style:name")) == old]
    if rows:
        style = deepcopy(rows[0])
    else:
        style = etree.Element(name("style:style"), nsmap=None)
        style.set(name("style:family"), "graphic")
        if old:
            style.set(name("style:parent-style-name"), old)
    taken = {str(called) for called in find_all(root, "//style:style/@style:name")}
    fresh = next(f"wmDecorative{number}" for number in range(1, len(taken) + 2) if f"wmDecorative{number}" not in taken)
    style.set(name("style:name"), fresh)
    group.append(style)
    graphic = first(style, "style:graphic-properties")
    if graphic is None:
        graphic = etree.Element(name("style:graphic-properties"))
        style.insert(0, graphic)
    graphic.set(name("loext:decorative"), "true")
    return fresh

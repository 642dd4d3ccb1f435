"""Words for pictures in Office files, or the mark that they are decoration (WCAG 1.1.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish, at
from accessibility.documents.mends.ooxml.package import EditablePackage, child
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import an_alternative
from accessibility.documents.ooxml.alternatives import judged
from accessibility.documents.ooxml.pictures import OLD
from accessibility.documents.xml import NAMESPACES, first, name

_ALL = (Kind.DOCX, Kind.PPTX, Kind.XLSX)
_BARE = ("WM-OFFICE-ALT", "WM-OFFICE-ALT-SHAPE", "WM-OFFICE-ALT-POOR")
#: The extension of DrawingML that marks decoration ([MS-ODRAWXML] 2.3.1).
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@register
class OfficeAlternative(Everywhere):
    """Writes the words that the author typed as the description of one picture."""

    id = "alternative"
    label = N_("Write these words into the file")
    rules = (*_BARE, "WM-OFFICE-ALT-ASK")
    kinds = _ALL
    asks = Asks.ALTERNATIVE
    each = True

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the words."""
        said = an_alternative(wish.text)
        with EditablePackage(data, kind) as package:
            picture = at(judged(package)[wish.rule], wish.spot)
            package.change_of(picture.element)
            picture.element.set("alt" if picture.place.path == OLD else "descr", said)
            change = Change(N_("The picture is now described: “{words}”."), {"words": said})
            return Mended(package.written(), (change,))


@register
class OfficeDecorative(Everywhere):
    """Marks one picture as decoration, so that screen readers pass it by."""

    id = "decorative"
    label = N_("It is only decoration")
    rules = _BARE
    kinds = _ALL
    each = True

    def allows(self, place: dict[str, Any]) -> bool:
        """Return whether the picture can carry the mark: what older programs drew cannot."""
        return bool(place.get("path") != OLD)

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the mark."""
        with EditablePackage(data, kind) as package:
            picture = at(judged(package)[wish.rule], wish.spot)
            package.change_of(picture.element)
            _mark(picture.element)
            return Mended(package.written(), (Change(N_("The picture is now marked as decoration.")),))


def _mark(properties: Any) -> None:
    """Put the mark among the extensions of a drawing's properties, and take its words away."""
    for said in ("descr", "title"):
        properties.attrib.pop(said, None)
    extensions = child(properties, "a:extLst")
    found = first(extensions, f"a:ext[@uri='{_DECORATIVE}']")
    if found is None:
        found = etree.SubElement(extensions, name("a:ext"), uri=_DECORATIVE)
        etree.SubElement(found, name("adec:decorative"), nsmap={"adec": NAMESPACES["adec"]})
    for mark in found.iter(name("adec:decorative")):
        mark.set("val", "1")

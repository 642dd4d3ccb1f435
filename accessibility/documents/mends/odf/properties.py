"""Title and language of an OpenDocument file (WCAG 2.4.2, 3.1.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish
from accessibility.documents.mends.odf.package import EditableOdf
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import a_language, a_title
from accessibility.documents.xml import first, name

_ALL = (Kind.ODT, Kind.ODS, Kind.ODP)
#: Where the language of a format's text is told first.
_FAMILIES = {Kind.ODT: "paragraph", Kind.ODS: "table-cell", Kind.ODP: "graphic"}


@register
class OdfTitle(Everywhere):
    """Writes ``dc:title`` in ``meta.xml``."""

    id = "title"
    label = N_("Set this title")
    rules = ("WM-ODF-TITLE", "WM-ODF-TITLE-POOR", "WM-ODF-TITLE-VAGUE")
    kinds = _ALL
    asks = Asks.TITLE

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the title that the author typed."""
        title = a_title(wish.text)
        with EditableOdf(data, kind) as package:
            meta = first(package.change("meta.xml"), "office:meta")
            if meta is None:
                raise Refused("no_mend")
            row = first(meta, "dc:title")
            if row is None:
                row = etree.SubElement(meta, name("dc:title"))
            row.text = title
            return Mended(package.written(), (Change(N_("The title is now “{title}”."), {"title": title}),))


@register
class OdfLanguage(Everywhere):
    """Writes language and country of the default style (OpenDocument 1.3, 16.4 and 20.188)."""

    id = "language"
    label = N_("Set this language")
    rules = ("WM-ODF-LANGUAGE",)
    kinds = _ALL
    asks = Asks.LANGUAGE

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the language that the author chose."""
        language, _, country = a_language(wish.text).partition("-")
        with EditableOdf(data, kind) as package:
            text = _default(package.change("styles.xml"), _FAMILIES[kind])
            text.set(name("fo:language"), language)
            text.set(name("fo:country"), country.upper() or "none")
            said = N_("The language of the file is now {language}.")
            return Mended(package.written(), (Change(said, {"language": wish.text}),))


def _default(styles: Any, family: str) -> Any:
    """Return the properties of text of the default style of a family, made when there are none."""
    group = first(styles, "office:styles")
    if group is None:
        raise Refused("no_mend")
    style = first(group, f"style:default-style[@style:family='{family}']")
    if style is None:
        style = etree.Element(name("style:default-style"))
        style.set(name("style:family"), family)
        group.insert(0, style)
    text = first(style, "style:text-properties")
    return etree.SubElement(style, name("style:text-properties")) if text is None else text

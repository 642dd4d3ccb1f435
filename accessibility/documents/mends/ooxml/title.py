"""The title in the properties of an Office file (WCAG 2.4.2)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish
from accessibility.documents.mends.ooxml.package import EditablePackage
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import a_title
from accessibility.documents.xml import NAMESPACES, first, name

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


@register
class OfficeTitle(Everywhere):
    """Writes ``dc:title``, and the part that holds it when there is none."""

    id = "title"
    label = N_("Set this title")
    rules = ("WM-OFFICE-TITLE", "WM-OFFICE-TITLE-POOR", "WM-OFFICE-TITLE-VAGUE")
    kinds = (Kind.DOCX, Kind.PPTX, Kind.XLSX)
    asks = Asks.TITLE

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the title that the author typed."""
        title = a_title(wish.text)
        with EditablePackage(data, kind) as package:
            path = next((target for target in package.targets("", "core-properties") if target in package.names), "")
            if not path and "docProps/core.xml" in package.names:
                path = "docProps/core.xml"
            root = package.change(path) if path else _new_part(package)
            row = first(root, "dc:title")
            if row is None:
                row = etree.SubElement(root, name("dc:title"))
            for inner in list(row):
                row.remove(inner)
            row.text = title
            return Mended(package.written(), (Change(N_("The title is now “{title}”."), {"title": title}),))


def _new_part(package: EditablePackage) -> Any:
    """Add an empty part of properties."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": NAMESPACES["dc"]})
    return package.add("docProps/core.xml", root, _TYPE, "", _RELATION)

"""XML read with distrust: no entities, no network, no document type, no depth past lxml's own limit of 256."""

from functools import cache
from typing import Any

from lxml import etree

from accessibility.documents.base import Refused

#: Short names of the namespaces we read.
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp15": "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
#: Strict OOXML uses other addresses for the same names.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACES["w"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", NAMESPACES["r"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", NAMESPACES["a"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", NAMESPACES["wp"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", NAMESPACES["pic"].encode()),
    (b"http://purl.oclc.org/ooxml/presentationml/main", NAMESPACES["p"].encode()),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", NAMESPACES["s"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", NAMESPACES["c"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", NAMESPACES["dgm"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", NAMESPACES["ep"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", NAMESPACES["xdr"].encode()),
)


def parse(data: bytes) -> Any:
    """Return the root element. Raises :class:`Refused` on a document type, bad or bottomless XML."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refused("entities")
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    # Programs write the same xml:id twice; we look nothing up by it.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:  # one in UTF-16 is not seen in the bytes
        raise Refused("entities")
    return root


@cache
def name(short: str) -> str:
    """Return lxml's form of a short name such as ``w:tbl``."""
    prefix, local = short.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def find_all(element: Any, path: str) -> list[Any]:
    """Return what an XPath with our short names finds, nothing below a part that is not there."""
    return [] if element is None else list(_compiled(path)(element))


@cache
def _compiled(path: str) -> Any:
    """Return a compiled XPath; the paths are ours, so there are few of them."""
    return etree.XPath(path, namespaces=NAMESPACES)


def first(element: Any, path: str) -> Any:
    """Return the first hit or None."""
    found = find_all(element, path)
    return found[0] if found else None


def words(element: Any, short: str, between: str = "") -> str:
    """Return the text of all elements of one name below ``element`` in one line, with ``between`` after each."""
    return " ".join(between.join(part.text or "" for part in element.iter(name(short))).split())


def whole(text: Any, otherwise: int, most: int = 1_000_000) -> int:
    """Return the whole number that a file writes, at most ``most``; else ``otherwise``."""
    found = "" if text is None else str(text)
    return min(int(found), most) if found.isascii() and found.isdigit() and len(found) < 20 else otherwise


def is_on(element: Any, attribute: str) -> bool:
    """Return whether an on/off property is on: present without a value means on (ECMA-376, 17.17.4)."""
    return element is not None and element.get(attribute, "1").lower() not in ("0", "false", "off", "none")

"""What the file says of itself: identification, tags, title (ISO 14289-1, 5 to 7.1; ISO 14289-2, 5, 6 and 8.11)."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.ua.base import Breach, test

SCHEMA = "http://www.aiim.org/pdfua/ns/id/"
_DC = "{http://purl.org/dc/elements/1.1/}"
_IDENTIFIER = "WM-PDF-UA-IDENTIFIER"
#: Property of the schema: the clauses that ask for its usual prefix.
_PREFIXES = {"part": ("5-3", "5-3"), "amd": ("5-4", ""), "corr": ("5-5", ""), "rev": ("", "5-4")}


@test
def identification(opened: OpenedPdf) -> Iterator[Breach]:
    """The metadata name PDF/UA, its part and (part 2) its year, with the usual prefix."""
    values, prefixes = _schema(opened.xmp)
    if not values:
        yield Breach(_IDENTIFIER, "5-1", "5-1")
        return
    if values.get("part") != "1":
        yield Breach(_IDENTIFIER, "5-2", "")
    if values.get("part") != "2":
        yield Breach(_IDENTIFIER, "", "5-2")
    if values.get("rev") != "2024":
        yield Breach(_IDENTIFIER, "", "5-5")
    for name, prefix in prefixes.items():
        if name in _PREFIXES and prefix != "pdfuaid":
            yield Breach(_IDENTIFIER, *_PREFIXES[name])


def _schema(xmp: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Return the values of the schema's properties and the prefixes that they are written with."""
    values: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for node in xmp.iter("*") if xmp is not None else ():
        usual = {address: prefix for prefix, address in node.nsmap.items() if prefix}
        if str(node.tag).startswith("{" + SCHEMA):
            name = str(node.tag).rpartition("}")[2]
            values[name], prefixes[name] = (node.text or "").strip(), node.prefix or ""
        for key, value in node.attrib.items():
            if str(key).startswith("{" + SCHEMA):
                name = str(key).rpartition("}")[2]
                values[name], prefixes[name] = str(value).strip(), usual.get(SCHEMA, "")
    return values, prefixes


@test
def catalogue(opened: OpenedPdf) -> Iterator[Breach]:
    """The file is tagged, says so, and shows its title."""
    marks = opened.root.get("/MarkInfo")
    said: dict[str, Any] = dict(marks.items()) if isinstance(marks, pikepdf.Dictionary) else {}
    if said.get("/Marked") is not True:
        yield Breach("WM-PDF-TAGGED", "6.2-1", "6.2-1")
    if said.get("/Suspects") is True:
        yield Breach("WM-PDF-TAGGED", "7.1-4", "")
    if not isinstance(opened.root.get("/StructTreeRoot"), pikepdf.Dictionary):
        yield Breach("WM-PDF-TAGGED", "7.1-11", "8.2.1-1")
    view = opened.root.get("/ViewerPreferences")
    if not isinstance(view, pikepdf.Dictionary) or not bool(view.get("/DisplayDocTitle", False)):
        yield Breach("WM-PDF-TITLE-SHOWN", "7.1-10", "8.11.2-1")


@test
def metadata(opened: OpenedPdf) -> Iterator[Breach]:
    """The catalogue holds a metadata stream with a title."""
    stream = opened.root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream) or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield Breach("WM-PDF-TITLE", "7.1-8", "8.11.1-2")
    elif opened.xmp is None or not any(_words(node) for node in opened.xmp.iter(_DC + "title")):
        yield Breach("WM-PDF-TITLE", "7.1-9", "8.11.1-1")


def _words(node: Any) -> bool:
    """Return whether there is a title."""
    return any(part.strip() for part in node.itertext())


@test
def locks(opened: OpenedPdf) -> Iterator[Breach]:
    """Security lets screen readers in, and the form is not XFA."""
    lock = opened.pdf.trailer.get("/Encrypt")
    if isinstance(lock, pikepdf.Dictionary):
        permissions = lock.get("/P")
        if not isinstance(permissions, int) or not permissions & 512:
            yield Breach("WM-PDF-LOCKED", "7.16-1", "")
    form = opened.root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        clause = "7.15-1" if _is_dynamic(form["/XFA"]) else ""
        yield Breach("WM-PDF-XFA", clause, "8.10.1-3")


def _is_dynamic(xfa: Any) -> bool:
    """Return whether an XFA form asks to be laid out anew when it is opened (XFA 3.3, dynamicRender)."""
    parts = list(xfa) if isinstance(xfa, pikepdf.Array) else [xfa]
    for part in parts[:40]:
        if isinstance(part, pikepdf.Stream):
            try:
                if b"dynamicRender>required" in b"".join(part.read_bytes()[:1_000_000].split()):
                    return True
            except (pikepdf.PdfError, RuntimeError, NotImplementedError):
                return True
    return False

"""Headings, descriptions, notes and languages of tags (ISO 14289-1, 7.2 to 7.9; ISO 14289-2, 8.2.5 and 8.4)."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.structure import Element
from accessibility.documents.pdf.ua.attributes import find
from accessibility.documents.pdf.ua.base import Breach, at, at_object, test

TAG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_LEVEL = re.compile(r"H([1-9]\d?)$")
DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_ORDER = "WM-PDF-HEADING-ORDER"
_PART = "WM-PDF-LANGUAGE-PART"


@test
def headings(opened: OpenedPdf) -> Iterator[Breach]:
    """H1 comes first, no level is skipped, and H and H1 to H6 are not mixed."""
    numbered = [element for element in opened.elements if _LEVEL.match(element.type)]
    plain = [element for element in opened.elements if element.type == "H"]
    before = 0
    for element in numbered:
        level = int(element.type[1:])
        if level > before + 1:
            yield Breach(_ORDER, "7.4.2-1", "", at(opened, element))
        before = level
    for element in plain:
        yield Breach(_ORDER, "7.4.4-2" if numbered else "", "8.2.5.12-1", at(opened, element))
    for element in numbered if plain else ():
        yield Breach(_ORDER, "7.4.4-3", "", at(opened, element))
    above = Counter(element.parent for element in plain)
    for index in (index for index, count in above.items() if count > 1 and index is not None):
        yield Breach(_ORDER, "7.4.4-1", "", at(opened, opened.elements[index]))


@test
def descriptions(opened: OpenedPdf) -> Iterator[Breach]:
    """Figures and formulas have words; formulas of MathML stand in a Formula."""
    for element in opened.elements:
        there = bool(_text(element, "/Alt")) or "/ActualText" in element.obj
        if element.type == "Figure" and not there:
            clause = "" if "/Alt" in element.obj else "8.2.5.28.2-1"
            yield Breach("WM-PDF-FIGURE-ALT", "7.3-1", clause, at(opened, element))
        if element.type == "Formula" and not there:
            yield Breach("WM-PDF-FORMULA-ALT", "7.7-1", "", at(opened, element))
        above = opened.elements[element.parent].type if element.parent is not None else ""
        if element.type == "math" and above != "Formula":
            yield Breach("WM-PDF-FORMULA-ALT", "", "8.2.5.29-1", at(opened, element))
        for key, clause in (("/ActualText", "8.4.3-2"), ("/Alt", "8.4.3-3")):
            if _PRIVATE.search(_text(element, key)):
                yield Breach("WM-PDF-UNICODE", "", clause, at(opened, element))


@test
def notes(opened: OpenedPdf) -> Iterator[Breach]:
    """A note has a number of its own; in part 2 it is an FENote that knows who refers to it."""
    found = [element for element in opened.elements if element.type == "Note"]
    ids = Counter(str(element.obj.get("/ID", "")) for element in found)
    for element in found:
        own = str(element.obj.get("/ID", ""))
        clause = "7.9-1" if not own else "7.9-2" if ids[own] > 1 else ""
        yield Breach("WM-PDF-NOTE", clause, "8.2.5.14-1", at(opened, element))
    for element in (element for element in opened.elements if element.type == "FENote"):
        if find(element.obj, "/NoteType") not in (None, "/Footnote", "/Endnote", "/None"):
            yield Breach("WM-PDF-NOTE", "", "8.2.5.14-4", at(opened, element))


@test
def contents_entries(opened: OpenedPdf) -> Iterator[Breach]:
    """Each entry of a table of contents refers to its target (part 2)."""
    for index, element in enumerate(opened.elements):
        if element.type == "TOCI" and not _has_reference(opened, index):
            yield Breach("WM-PDF-TOC-STRUCTURE", "", "8.2.5.8-1", at(opened, element))


def _has_reference(opened: OpenedPdf, index: int) -> bool:
    """Return whether a tag or one below it has the Ref entry."""
    waiting = [index]
    while waiting:
        current = waiting.pop()
        if "/Ref" in opened.elements[current].obj:
            return True
        waiting += opened.children[current]
    return False


@test
def languages(opened: OpenedPdf) -> Iterator[Breach]:
    """Every text has a language, and every language is written as a code."""
    if "/Lang" in opened.root and not TAG.fullmatch(str(opened.root["/Lang"]).strip("\0")):
        yield Breach("WM-PDF-LANGUAGE-CODE", "7.2-29", "8.4.4-2")
    if not opened.language:
        yield Breach("WM-PDF-LANGUAGE", "", "8.4.4-1")
    for element in opened.elements:
        own = element.obj.get("/Lang")
        if own is not None and not TAG.fullmatch(str(own)):
            yield Breach("WM-PDF-LANGUAGE-CODE", "7.2-29", "8.4.4-2", at(opened, element))
        if opened.language or element.language:
            continue
        for key, clause in (("/ActualText", "7.2-21"), ("/Alt", "7.2-22"), ("/E", "7.2-23")):
            if key in element.obj:
                yield Breach(_PART, clause, "", at(opened, element))


@test
def languages_elsewhere(opened: OpenedPdf) -> Iterator[Breach]:
    """Bookmarks, comments, fields and the title have a language: that of the file, or of their own tag."""
    if opened.language:
        return
    if isinstance(opened.root.get("/Outlines"), pikepdf.Dictionary) and "/First" in opened.root["/Outlines"]:
        yield Breach(_PART, "7.2-2", "")
    tagged = {a.obj.objgen: opened.elements[a.element].language for a in opened.annotations if a.element is not None}
    for annotation in opened.annotations:
        if "/Contents" in annotation.obj and not tagged.get(annotation.obj.objgen):
            yield Breach(_PART, "7.2-24", "", at_object(annotation.obj, annotation.page))
    for field in opened.fields:
        if "/TU" in field and not any(tagged.get(obj.objgen) for obj in widgets(field)):
            yield Breach(_PART, "7.2-25", "", at_object(field))
    if _has_title_without_language(opened):
        yield Breach(_PART, "7.2-33", "")


def _has_title_without_language(opened: OpenedPdf) -> bool:
    """Return whether the title in the metadata is there in no language that is named."""
    titles = list(opened.xmp.iter(f"{DC}title")) if opened.xmp is not None else []
    wordings = [node.get(XML_LANGUAGE, "x-default") for title in titles for node in title.iter(f"{RDF}li")]
    return bool(wordings) and set(wordings) == {"x-default"}


def widgets(field: Any) -> list[Any]:
    """Return the places of a field on the pages: itself, or what stands below it."""
    below = field.get("/Kids")
    kids = [kid for kid in below if isinstance(kid, pikepdf.Dictionary)] if isinstance(below, pikepdf.Array) else []
    return kids or [field]


def _text(element: Element, key: str) -> str:
    """Return a text entry of a tag."""
    value = element.obj.get(key)
    return str(value) if isinstance(value, pikepdf.String) else ""

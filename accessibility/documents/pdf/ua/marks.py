"""Content is tagged or marked as decoration, and its words have a language (ISO 14289-1, 7.1 and 7.2)."""

from collections.abc import Iterator

import pikepdf

from accessibility.documents.base import Location
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.ua.base import Breach, test
from accessibility.documents.pdf.ua.streams import Event, Mark
from accessibility.documents.pdf.ua.words import TAG

_TAGGED, _PART = "WM-PDF-CONTENT-TAGGED", "WM-PDF-LANGUAGE-PART"
_SPANS = (("/ActualText", "7.2-30"), ("/Alt", "7.2-31"), ("/E", "7.2-32"))


@test
def content(opened: OpenedPdf) -> Iterator[Breach]:
    """Nothing is drawn outside tags and artifacts, and neither stands in the other."""
    for event in opened.events:
        place = Location(page=event.page)
        inner = event.marks[-1] if event.marks else None
        if event.kind == "mark" and inner is not None:
            outer = event.marks[:-1]
            if inner.tag == "Artifact" and any(_is_tagged(mark) for mark in outer):
                yield Breach(_TAGGED, "7.1-1", "", place)
            if _is_tagged(inner) and any(mark.tag == "Artifact" for mark in outer):
                yield Breach(_TAGGED, "7.1-2", "", place)
        elif event.kind in ("text", "paint") and not any(_is_tagged(m) or m.tag == "Artifact" for m in event.marks):
            yield Breach(_TAGGED, "7.1-3", "8.2.2-1", place)


def _is_tagged(mark: Mark) -> bool:
    """Return whether a mark belongs to a tag."""
    return mark.mcid is not None


@test
def language_codes(opened: OpenedPdf) -> Iterator[Breach]:
    """A language that a mark names is written as a code."""
    for event in opened.events:
        properties = event.marks[-1].properties if event.kind == "mark" else None
        own = properties.get("/Lang") if properties is not None else None
        if own is not None and not TAG.fullmatch(str(own)):
            yield Breach("WM-PDF-LANGUAGE-CODE", "7.2-29", "8.4.4-2", Location(page=event.page))


@test
def languages_of_marks(opened: OpenedPdf) -> Iterator[Breach]:
    """Words on the page and words that stand for them have a language."""
    for event in opened.events if not opened.language else ():
        if event.kind == "paint" or _language(opened, event):
            continue
        place = Location(page=event.page)
        if event.kind == "text" and not any(mark.tag == "Artifact" for mark in event.marks):
            yield Breach("WM-PDF-LANGUAGE", "7.2-34", "", place)
        elif event.kind == "mark" and event.marks[-1].tag == "Span":
            for key, clause in _SPANS:
                if key in (event.marks[-1].properties or ()):
                    yield Breach(_PART, clause, "", place)


def _language(opened: OpenedPdf, event: Event) -> str:
    """Return the language of a place: of the nearest mark that names one, or of the tag that owns it."""
    for mark in reversed(event.marks):
        own = mark.properties.get("/Lang") if mark.properties is not None else None
        if isinstance(own, pikepdf.String):
            return str(own)
        owner = opened.marks.get((event.page, mark.mcid)) if mark.mcid is not None else None
        if owner is not None and opened.elements[owner].language:
            return opened.elements[owner].language
    return ""

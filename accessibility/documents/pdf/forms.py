"""Forms to fill in (WCAG 1.3.1, 2.4.3, 3.3.2, 4.1.2; PDF3, PDF5, PDF10, PDF12). The best mend is an online form."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.pdf.annotations import Annotation
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.registry import register

_REQUIRED_FLAG = 2
_PUSH_BUTTON = 1 << 16
_SAYS_REQUIRED = re.compile(r"required|mandatory|must|\*|wymagan|pflicht|obligat", re.IGNORECASE)
_BLANK = re.compile(r"_{4,}|\.{8,}|…{4,}|[☐□❏❑]")
#: So many places to fill in make a document a form.
FORM_PLACES = 4


@register
class Fields:
    """A field has a name in words, stands in a Form tag, and says when it must be filled in."""

    rules = ("WM-PDF-FIELD-NAME", "WM-PDF-FIELD-TAG", "WM-PDF-FIELD-REQUIRED", "WM-PDF-TAB-ORDER")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the fields that do not, and pages on which the Tab key may go astray."""
        widgets = [annotation for annotation in opened.annotations if _is_met(annotation)]
        yield from gather("WM-PDF-FIELD-NAME", [place_of(opened, one) for one in widgets if not _name(opened, one)])
        loose = [place_of(opened, one) for one in widgets if opened.elements and not _stands_in_form(opened, one)]
        yield from gather("WM-PDF-FIELD-TAG", loose)
        silent = [place_of(opened, one) for one in widgets if _hides_that_it_is_required(opened, one)]
        yield from gather("WM-PDF-FIELD-REQUIRED", silent)
        yield from _tab_order(opened, {one.page for one in widgets})


@register
class FormAsk:
    """A document that asks for answers should be an online form: asked of the author."""

    rules = ("WM-PDF-FORM-ASK",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield when there are several places to fill in: fields, lines of underscores, empty boxes."""
        fields = [place_of(opened, one) for one in opened.annotations if _is_met(one)]
        typed = []
        for number in range(1, opened.pages_checked + 1):
            typed += [Location(page=number)] * len(_BLANK.findall(_without_leaders(opened.contents.text(number))))
        if len(fields) + len(typed) >= FORM_PLACES:
            count = len(fields) + len(typed)
            yield Finding("WM-PDF-FORM-ASK", tuple((fields or typed)[:10]), count, parameters={"places": str(count)})


def place_of(opened: OpenedPdf, annotation: Annotation) -> Location:
    """Return where an annotation is, with its box on the page."""
    number = annotation.obj.objgen[0] if annotation.obj.is_indirect else None
    path = opened.path(opened.elements[annotation.element]) if annotation.element is not None else ""
    return Location(page=annotation.page, item=number or None, bbox=annotation.bbox, path=path)


def _without_leaders(text: str) -> str:
    """Return the text without dots that lead to a page number, as in a table of contents."""
    return re.sub(r"[.…]{4,}\s*\d+\s*$", "", text, flags=re.MULTILINE)


def _is_met(annotation: Annotation) -> bool:
    """Return whether an annotation is a field that people meet."""
    box = annotation.bbox
    has_size = box is not None and box[2] - box[0] > 1 and box[3] - box[1] > 1
    return annotation.type == "Widget" and has_size and not annotation.flags & 0b100010


def _inherited(obj: Any, key: str) -> Any:
    """Return an entry of a field or of the fields above it (ISO 32000-1, 12.7.3.1)."""
    for _ in range(20):
        if key in obj:
            return obj[key]
        obj = obj.get("/Parent")
        if not isinstance(obj, pikepdf.Dictionary):
            return None
    return None


def _name(opened: OpenedPdf, annotation: Annotation) -> str:
    """Return the words that a screen reader says for a field; a button may have them on its face."""
    tag = opened.elements[annotation.element].obj if annotation.element is not None else None
    said = text_of(_inherited(annotation.obj, "/TU")) or (text_of(tag.get("/Alt")) if tag is not None else "")
    if said:
        return said
    face = annotation.obj.get("/MK")
    flags = _inherited(annotation.obj, "/Ff")
    is_button = isinstance(flags, int) and bool(flags & _PUSH_BUTTON)
    return text_of(face.get("/CA")) if is_button and isinstance(face, pikepdf.Dictionary) else ""


def _stands_in_form(opened: OpenedPdf, annotation: Annotation) -> bool:
    """Return whether a field stands in a Form tag."""
    return annotation.element is not None and opened.elements[annotation.element].type == "Form"


def _hides_that_it_is_required(opened: OpenedPdf, annotation: Annotation) -> bool:
    """Return whether a field must be filled in and its name does not say so."""
    flags = _inherited(annotation.obj, "/Ff")
    required = isinstance(flags, int) and bool(flags & _REQUIRED_FLAG)
    name = _name(opened, annotation)
    return required and bool(name) and not _SAYS_REQUIRED.search(name)


def _tab_order(opened: OpenedPdf, form_pages: set[int]) -> Iterator[Finding]:
    """Yield the pages whose Tab key does not follow the tags; with fields on them it blocks."""
    met = {one.page for one in opened.annotations if one.type in ("Link", "Widget") and not one.is_hidden}
    astray = [number for number in sorted(met) if opened.pdf.pages[number - 1].obj.get("/Tabs") != "/S"]
    if opened.elements and astray:
        severity = Severity.BLOCK if form_pages & set(astray) else Severity.WARN
        places = tuple(Location(page=number) for number in astray[:10])
        yield Finding("WM-PDF-TAB-ORDER", places, len(astray), severity)

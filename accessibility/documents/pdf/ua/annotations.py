"""Links, comments and fields (ISO 14289-1, 7.18; ISO 14289-2, 8.2.5.20, 8.9 and 8.10)."""

from collections import defaultdict
from collections.abc import Iterator

import pikepdf

from accessibility.documents.pdf.annotations import Annotation, objects_of
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.pdf.ua.base import Breach, at, at_object, test
from accessibility.documents.pdf.ua.words import widgets

_MARKUP = frozenset((
    "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
    "Squiggly", "StrikeOut", "Caret", "Stamp", "Ink", "FileAttachment", "Redact", "Projection",
))  # fmt: skip
_NAMELESS = {"Ink": "8.9.2.4.8-1", "Screen": "8.9.2.4.12-1", "3D": "8.9.2.4.19-1", "RichMedia": "8.9.2.4.19-2"}
_FORBIDDEN = {"Sound": "8.9.2.4.11-1", "Movie": "8.9.2.4.11-2"}
_COMMENT, _NAME = "WM-PDF-ANNOTATION", "WM-PDF-FIELD-NAME"


@test
def by_type(opened: OpenedPdf) -> Iterator[Breach]:
    """Each kind of annotation stands in the tag that is meant for it, or in none."""
    readers = {"Link": _link, "Widget": _widget, "PrinterMark": _apart, "Popup": _apart, "TrapNet": _apart}
    for annotation in opened.annotations:
        holder = opened.elements[annotation.element].type if annotation.element is not None else ""
        yield from readers.get(annotation.type, _comment)(annotation, holder)


def _link(annotation: Annotation, holder: str) -> Iterator[Breach]:
    """A link stands in a Link tag and says where it leads."""
    place = at_object(annotation.obj, annotation.page)
    if holder != "Link":
        yield Breach("WM-PDF-LINK-TAG", "7.18.5-1", "" if holder == "Reference" else "8.2.5.20-1", place)
    if not text_of(annotation.obj.get("/Contents")):
        yield Breach("WM-PDF-LINK-CONTENTS", "7.18.5-2", "", place)


def _widget(annotation: Annotation, holder: str) -> Iterator[Breach]:
    """A field stands in a Form tag; one without a size is nothing to meet."""
    place = at_object(annotation.obj, annotation.page)
    box = annotation.bbox
    is_empty = box is not None and box[0] == box[2] and box[1] == box[3]
    if is_empty and holder not in ("", "Artifact"):
        yield Breach("WM-PDF-FIELD-TAG", "", "8.9.2.4.13-1", place)
    elif not is_empty and holder not in ("Form", "Artifact"):
        yield Breach("WM-PDF-FIELD-TAG", "7.18.4-1", "8.10.1-1" if holder else "", place)


def _apart(annotation: Annotation, holder: str) -> Iterator[Breach]:
    """Marks for printers and pop-ups are not tagged, and trap networks are not there at all."""
    place = at_object(annotation.obj, annotation.page)
    if annotation.type == "TrapNet":
        yield Breach(_COMMENT, "7.18.2-1", "8.9.2.4.15-1", place)
    elif holder not in ("", "Artifact"):
        clauses = ("", "8.9.2.4.9-1") if annotation.type == "Popup" else ("7.18.8-1", "8.9.2.4.14-1")
        yield Breach(_COMMENT, *clauses, place)


def _comment(annotation: Annotation, holder: str) -> Iterator[Breach]:
    """A comment stands in an Annot tag."""
    if not annotation.is_hidden and holder != "Annot":
        part_two = "8.9.2.3-1" if annotation.type in _MARKUP else ""
        if annotation.type == "Watermark" and holder:
            part_two = "8.9.2.4.16-1"
        yield Breach(_COMMENT, "7.18.1-1", part_two, at_object(annotation.obj, annotation.page))


@test
def described(opened: OpenedPdf) -> Iterator[Breach]:
    """Comments and media say in words what they are."""
    for annotation in opened.annotations:
        place = at_object(annotation.obj, annotation.page)
        said = text_of(annotation.obj.get("/Contents"))
        holder = opened.elements[annotation.element] if annotation.element is not None else None
        alt = text_of(holder.obj.get("/Alt")) if holder else ""
        if annotation.type in _FORBIDDEN:
            yield Breach("WM-PDF-MEDIA", "", _FORBIDDEN[annotation.type], place)
        if annotation.type in _NAMELESS and not said:
            yield Breach(_COMMENT, "", _NAMELESS[annotation.type], place)
        if annotation.type == "Stamp" and not said and "/Name" not in annotation.obj:
            yield Breach(_COMMENT, "", "8.9.2.4.7-1", place)
        if said and alt and said != alt:
            yield Breach(_COMMENT, "", "8.9.4.2-1", place)
        silent = not said and not alt and not annotation.is_hidden and not _is_outside(opened, annotation)
        if (
            silent
            and holder is not None
            and holder.type == "Annot"
            and annotation.type not in ("Link", "Widget", "Popup")
        ):
            yield Breach(_COMMENT, "7.18.1-2", "", place)


@test
def invisible(opened: OpenedPdf) -> Iterator[Breach]:
    """What is never shown is not tagged (part 2)."""
    for annotation in opened.annotations:
        holder = opened.elements[annotation.element].type if annotation.element is not None else ""
        if holder in ("", "Artifact"):
            continue
        if annotation.flags & 1:
            yield Breach(_COMMENT, "", "8.9.2.2-1", at_object(annotation.obj, annotation.page))
        if annotation.flags & 32 and not annotation.flags & 256:
            yield Breach(_COMMENT, "", "8.9.2.2-2", at_object(annotation.obj, annotation.page))


def _is_outside(opened: OpenedPdf, annotation: Annotation) -> bool:
    """Return whether it lies outside the visible page."""
    box = annotation.bbox
    page = opened.pdf.pages[annotation.page - 1]
    left, bottom, right, top = (float(value) for value in page.cropbox)
    return box is not None and (box[2] <= left or box[0] >= right or box[3] <= bottom or box[1] >= top)


@test
def tab_order(opened: OpenedPdf) -> Iterator[Breach]:
    """A page with annotations says in which order the Tab key goes."""
    for number in sorted({annotation.page for annotation in opened.annotations}):
        tabs = opened.pdf.pages[number - 1].obj.get("/Tabs")
        if tabs != "/S":
            clause = "" if tabs in ("/A", "/W") else "8.9.3.3-1"
            yield Breach("WM-PDF-TAB-ORDER", "7.18.3-1", clause, at_object(opened.pdf.pages[number - 1].obj, number))


@test
def fields(opened: OpenedPdf) -> Iterator[Breach]:
    """Each field that can be met has a name in words."""
    holders = {annotation.obj.objgen: annotation for annotation in opened.annotations if annotation.type == "Widget"}
    for field in opened.fields:
        placed = [holders[obj.objgen] for obj in widgets(field) if obj.objgen in holders]
        met = [annotation for annotation in placed if not annotation.is_hidden and not _is_outside(opened, annotation)]
        named = text_of(field.get("/TU")) or (placed and all(_alt(opened, annotation) for annotation in placed))
        if met and not named:
            yield Breach(_NAME, "7.18.1-3", "", at_object(field, placed[0].page))
        if "/RV" in field and "/V" not in field:
            yield Breach(_NAME, "", "8.10.3.3-1", at_object(field))


@test
def labels(opened: OpenedPdf) -> Iterator[Breach]:
    """Each place of a field has a label or a description, and a Form tag of its own (part 2)."""
    for annotation in opened.annotations:
        if annotation.type == "Widget" and annotation.element is not None:
            said = text_of(annotation.obj.get("/Contents"))
            place = at_object(annotation.obj, annotation.page)
            below = opened.children[annotation.element]
            if not said and not any(opened.elements[kid].type == "Lbl" for kid in below):
                yield Breach(_NAME, "", "8.10.2.3-1", place)
            if not said and "/AA" in annotation.obj:
                yield Breach(_NAME, "", "8.10.2.3-2", place)
    for element in opened.elements:
        if element.type == "Form" and len(objects_of(element)) > 1:
            yield Breach("WM-PDF-FIELD-TAG", "7.18.4-2", "8.10.1-2", at(opened, element))


def _alt(opened: OpenedPdf, annotation: Annotation) -> str:
    """Return the alternative text of the tag that holds a field."""
    return text_of(opened.elements[annotation.element].obj.get("/Alt")) if annotation.element is not None else ""


@test
def links_apart(opened: OpenedPdf) -> Iterator[Breach]:
    """Links in one tag lead to one place (part 2)."""
    targets: dict[int, set[str]] = defaultdict(set)
    for annotation in opened.annotations:
        if annotation.type == "Link" and annotation.element is not None:
            targets[annotation.element].add(_target(annotation))
    for index, found in targets.items():
        if len(found) > 1:
            yield Breach("WM-PDF-LINK-TAG", "", "8.2.5.20-2", at(opened, opened.elements[index]))


def _target(annotation: Annotation) -> str:
    """Return where a link leads, as a text to compare."""
    action = annotation.obj.get("/A")
    goal = action if isinstance(action, pikepdf.Dictionary) else annotation.obj.get("/Dest")
    if isinstance(goal, pikepdf.Dictionary):
        parts = [goal.get(key) for key in ("/S", "/URI", "/SD", "/D", "/F")]
        return " ".join(_short(part) for part in parts)
    return _short(goal)


def _short(value: object) -> str:
    """Return a value as text; what it refers to as its number alone."""
    if isinstance(value, pikepdf.Array):
        return " ".join(_short(part) for part in value)
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return str(value.objgen) if value.is_indirect else repr(value)[:200]
    return str(value)

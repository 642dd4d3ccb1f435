"""Layers, attached files, media and destinations (ISO 14289-1, 7.10, 7.11, 7.18 and 7.20; ISO 14289-2, 8.7 to 8.14)."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.safety import dictionaries
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.pdf.ua.base import Breach, at_object, test

_OTHER = "WM-PDF-UA-OTHER"


@test
def layers(opened: OpenedPdf) -> Iterator[Breach]:
    """Each configuration of layers has a name and switches nothing by itself."""
    properties = opened.root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return
    more = properties.get("/Configs")
    others = list(more) if isinstance(more, pikepdf.Array) else []
    for configuration in [properties.get("/D"), *others]:
        if isinstance(configuration, pikepdf.Dictionary):
            if not text_of(configuration.get("/Name")):
                yield Breach(_OTHER, "7.10-1", "8.7-1" if others else "", at_object(configuration))
            if "/AS" in configuration:
                yield Breach(_OTHER, "7.10-2", "8.7-2", at_object(configuration))


@test
def objects(opened: OpenedPdf) -> Iterator[Breach]:
    """Attached files have names, media have words, and no part of the file is fetched from another one."""
    for entry in dictionaries(opened.pdf):
        if "/EF" in entry and not (text_of(entry.get("/F")) and text_of(entry.get("/UF"))):
            yield Breach(_OTHER, "7.11-1", "", at_object(entry))
        if entry.get("/Subtype") == "/Form" and "/Ref" in entry and isinstance(entry, pikepdf.Stream):
            yield Breach(_OTHER, "7.20-1", "", at_object(entry))
        if entry.get("/S") == "/MCD":
            if not _is_content_type(text_of(entry.get("/CT"))):
                yield Breach("WM-PDF-MEDIA", "7.18.6.2-1", "", at_object(entry))
            alternatives = entry.get("/Alt")
            if not isinstance(alternatives, pikepdf.Array) or not any(
                text_of(part) for part in list(alternatives)[1::2]
            ):
                yield Breach("WM-PDF-MEDIA", "7.18.6.2-2", "", at_object(entry))


def _is_content_type(text: str) -> bool:
    """Return whether a text is written as a content type of RFC 2045."""
    kind, mark, part = text.partition("/")
    return bool(kind and mark and part) and " " not in text


@test
def attachments(opened: OpenedPdf) -> Iterator[Breach]:
    """Attached files say what they are to the document."""
    for annotation in opened.annotations:
        if annotation.type == "FileAttachment":
            target = annotation.obj.get("/FS")
            if isinstance(target, pikepdf.Dictionary):
                if "/AFRelationship" not in target:
                    yield Breach(_OTHER, "", "8.9.2.4.10-1", at_object(annotation.obj, annotation.page))
                if not (text_of(target.get("/F")) and text_of(target.get("/UF"))):
                    yield Breach(_OTHER, "7.18.7-1", "", at_object(annotation.obj, annotation.page))
    names = opened.root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, pikepdf.Dictionary) else None
    for target in values_of(tree):
        if isinstance(target, pikepdf.Dictionary) and "/Desc" not in target:
            yield Breach(_OTHER, "", "8.14.1-1", at_object(target))


@test
def destinations(opened: OpenedPdf) -> Iterator[Breach]:
    """Jumps within the file lead to tags, not to pages (part 2)."""
    places = [annotation.obj for annotation in opened.annotations if annotation.type == "Link"]
    places += [{"/Dest": opened.root.get("/OpenAction")}, *_bookmarks(opened.root.get("/Outlines"))]
    for place in places:
        action = place.get("/A")
        opening = place.get("/Dest")
        if isinstance(opening, pikepdf.Dictionary):
            action, opening = opening, None
        if opening is not None and not _is_to_tag(opened, opening):
            yield Breach(_OTHER, "", "8.8-1")
        if isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/GoTo" and not _jumps_to_tag(opened, action):
            yield Breach(_OTHER, "", "8.8-2")


def _jumps_to_tag(opened: OpenedPdf, action: Any) -> bool:
    """Return whether an action has a structure destination."""
    return "/SD" in action or _is_to_tag(opened, action.get("/D"))


def _is_to_tag(opened: OpenedPdf, goal: Any) -> bool:
    """Return whether a destination, direct or by name, leads to a tag."""
    if isinstance(goal, pikepdf.Name | pikepdf.String):
        goal = _named(opened, goal)
    if isinstance(goal, pikepdf.Dictionary):
        if "/SD" in goal:
            return True
        goal = goal.get("/D")
    if not isinstance(goal, pikepdf.Array) or not len(goal):
        return False
    return isinstance(goal[0], pikepdf.Dictionary) and "/S" in goal[0] and goal[0].get("/Type") != "/Page"


def _named(opened: OpenedPdf, name: Any) -> Any:
    """Return the destination of a name."""
    old = opened.root.get("/Dests")
    if isinstance(name, pikepdf.Name):
        return old.get(str(name)) if isinstance(old, pikepdf.Dictionary) else None
    names = opened.root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    return next((value for key, value in pairs_of(tree) if key == name), None)


def _bookmarks(outline: Any) -> Iterator[Any]:
    """Yield the bookmarks."""
    waiting = [outline.get("/First")] if isinstance(outline, pikepdf.Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, pikepdf.Dictionary) and entry.objgen not in seen:
            seen.add(entry.objgen)
            yield entry
            waiting += [entry.get("/Next"), entry.get("/First")]


def values_of(tree: Any) -> Iterator[Any]:
    """Yield the values of a name tree."""
    return (value for _, value in pairs_of(tree))


def pairs_of(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the names and values of a name tree (ISO 32000-1, 7.9.6)."""
    waiting = [tree] if isinstance(tree, pikepdf.Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        names = node.get("/Names")
        listed = list(names) if isinstance(names, pikepdf.Array) else []
        yield from zip(listed[::2], listed[1::2], strict=False)
        below = node.get("/Kids")
        waiting += (
            [kid for kid in below if isinstance(kid, pikepdf.Dictionary)] if isinstance(below, pikepdf.Array) else []
        )

"""Alternative text in OpenDocument files (WCAG 1.1.1; LibreOffice NO_ALT_GRAPHIC, NO_ALT_SHAPE, NO_ALT_OLE)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.odf.common import ALL
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import styles_of
from accessibility.documents.odf.styles import is_decorative, text_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_alt, opens_poorly
from accessibility.documents.xml import NAMESPACES, find_all, first, name

_FRAMES = ".//draw:frame[draw:image or draw:object or draw:object-ole or draw:plugin]"
#: What LibreOffice asks words of: of a group for all of it, not of lines and plain boxes.
_SHAPES = ".//draw:custom-shape | .//draw:g | .//draw:control"
_INSIDE = "ancestor::draw:g | ancestor::draw:object | ancestor::presentation:notes"


@dataclass(frozen=True)
class Seen:
    """Something to see and the words for it; ``text`` are the words in it."""

    place: Location
    words: str
    text: str
    element: Any


@register
class Pictures:
    """Every picture and embedded object has words or is marked as decoration."""

    rules = ("WM-ODF-ALT", "WM-ODF-ALT-OBJECT")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield those that have neither; films count as objects."""
        for rule in self.rules:
            yield from gather(rule, [seen.place for seen in judged(opened)[rule]])


@register
class Shapes:
    """Every shape, group and control has words or is marked as decoration."""

    rules = ("WM-ODF-ALT-SHAPE",)
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield those that have neither. Text in a shape speaks for it, so that only warns, and only in texts."""
        silent = judged(opened)["WM-ODF-ALT-SHAPE"]
        severity = Severity.WARN if all(seen.text for seen in silent) else None
        if silent:
            places = tuple(seen.place for seen in silent[:10])
            yield Finding("WM-ODF-ALT-SHAPE", places, len(silent), severity)


@register
class AlternativeWords:
    """A file name or "image" warns; whether other words are right is asked of the author."""

    rules = ("WM-ODF-ALT-POOR", "WM-ODF-ALT-ASK")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield by what the alternative texts say."""
        for rule in self.rules:
            yield from gather(rule, [seen.place for seen in judged(opened)[rule]])


@register
class LinkedPictures:
    """A picture is in the file, not somewhere else; words are not drawn as a picture."""

    rules = ("WM-ODF-LINKED-PICTURE", "WM-ODF-FONTWORK")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield pictures by reference, and Fontwork shapes."""
        body = opened.content
        outside = [
            Location(excerpt=target)
            for target in (str(value) for value in find_all(body, "//draw:frame/draw:image/@xlink:href"))
            if "://" in target or target.startswith(("/", "../", "file:"))
        ]
        yield from gather("WM-ODF-LINKED-PICTURE", outside)
        path = "//draw:custom-shape[draw:enhanced-geometry[starts-with(@draw:type, 'fontwork-')]]"
        drawn = [Location(excerpt=_text(shape)) for shape in find_all(body, path)]
        yield from gather("WM-ODF-FONTWORK", drawn)


@lru_cache(maxsize=1)
def judged(opened: OdfPackage) -> dict[str, list[Seen]]:
    """Return what is to be seen by the rule under which it is reported; silent shapes without text come first."""
    language = opened.language or "en"
    silent = [seen for seen in frames(opened) if not seen.words]
    mute = [seen for seen in shapes(opened) if not seen.words]
    spoken = [seen for seen in mute if seen.text] if opened.kind is Kind.ODT else []
    told = [seen for seen in (*frames(opened), *shapes(opened)) if seen.words]
    poor = [is_poor_alt(seen.words, language) or opens_poorly(seen.words, language) for seen in told]
    return {
        "WM-ODF-ALT": [seen for seen in silent if not _is_object(seen.element)],
        "WM-ODF-ALT-OBJECT": [seen for seen in silent if _is_object(seen.element)],
        "WM-ODF-ALT-SHAPE": [seen for seen in mute if not seen.text] + spoken,
        "WM-ODF-ALT-POOR": [seen for seen, useless in zip(told, poor, strict=True) if useless],
        "WM-ODF-ALT-ASK": [seen for seen, useless in zip(told, poor, strict=True) if not useless],
    }


def frames(opened: OdfPackage) -> list[Seen]:
    """Return pictures, charts and objects that are not decoration; a described group speaks for what is in it."""
    return [
        _seen(frame)
        for root in (first(opened.content, "office:body"), first(opened.styles, "office:master-styles"))
        for frame in (find_all(root, _FRAMES) if root is not None else [])
        if not _is_inside(frame) and not is_decorative(styles_of(opened), frame) and not _waits(frame)
    ]


def shapes(opened: OdfPackage) -> list[Seen]:
    """Return shapes, groups and controls that are not decoration."""
    body = first(opened.content, "office:body")
    return [
        _seen(shape)
        for shape in (find_all(body, _SHAPES) if body is not None else [])
        if not _is_inside(shape) and not is_decorative(styles_of(opened), shape) and not _waits(shape)
    ]


def _seen(element: Any) -> Seen:
    """Return an object with its title or description."""
    said = _words(element)
    called = element.get(name("draw:name"), "")
    return Seen(Location(excerpt=said or called), said, _text(element), element)


def _words(element: Any) -> str:
    """Return the title or the description; a group without any has those of its members, if each has some."""
    said = text_of(element, "svg:title") or text_of(element, "svg:desc")
    if said or element.tag != name("draw:g"):
        return said
    members = [_words(child) for child in element if str(child.tag).startswith(f"{{{NAMESPACES['draw']}}}")]
    return "; ".join(members) if members and all(members) else ""


def _text(element: Any) -> str:
    """Return the words in a shape."""
    return " ".join(" ".join("".join(row.itertext()) for row in find_all(element, ".//text:p")).split())


def _is_inside(element: Any) -> bool:
    """Return whether something round an object speaks for it, or nobody meets it."""
    return first(element, _INSIDE) is not None


def _is_object(frame: Any) -> bool:
    """Return whether a frame holds a chart, a formula, another document or a film, not a picture."""
    return first(frame, "draw:object | draw:object-ole | draw:plugin") is not None


def _waits(element: Any) -> bool:
    """Return whether this is an empty placeholder of a slide."""
    return str(element.get(name("presentation:placeholder"), "")) == "true"

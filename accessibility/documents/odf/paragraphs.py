"""The paragraphs of an OpenDocument file in the order of the file, with their runs of one look."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from accessibility.documents.base import Location
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.styles import Styles
from accessibility.documents.xml import first, name, whole

_P, _H, _SPAN, _A, _NOTE = map(name, ("text:p", "text:h", "text:span", "text:a", "text:note"))
_BODY = frozenset(map(name, ("office:text", "office:spreadsheet", "office:presentation", "office:drawing")))
#: Not part of the text: comments, what was deleted, and what only declares.
_OUTSIDE = frozenset(map(name, (
    "office:annotation", "text:tracked-changes", "text:sequence-decls", "text:variable-decls", "office:forms",
    "presentation:notes", "text:note-citation", "svg:title", "svg:desc",
)))  # fmt: skip
_OBJECTS = frozenset(
    map(name, ("draw:frame", "draw:custom-shape", "draw:g", "draw:control", "draw:a", "draw:line", "draw:rect"))
)
_SHAPES = frozenset(map(name, ("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:g")))
#: Shapes whose words are no paragraphs of the text.
_DRAWINGS = frozenset(
    map(name, ("draw:custom-shape", "draw:rect", "draw:ellipse", "draw:line", "draw:path", "draw:connector"))
)
_INDEXES = frozenset(
    map(name, ("text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index"))
)


@dataclass(frozen=True, slots=True)
class Run:
    """``styles`` are the text styles round it, the inmost first."""

    text: str
    styles: tuple[str, ...]
    in_link: bool


@dataclass(frozen=True)
class Paragraph:
    """``level`` is 1 to 10 for a heading, else 0. ``raw`` keeps tabs, spaces and line breaks, ``text`` is one line.

    ``length`` counts a picture that stands in the line like a letter, as LibreOffice does.
    """

    number: int
    raw: str
    text: str
    length: int
    level: int
    style: str
    is_list: bool
    in_table: bool
    in_shape: bool
    in_drawing: bool
    in_note: bool
    in_index: bool
    objects: tuple[Any, ...] = field(repr=False)
    has_sequence: bool
    element: Any = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)

    @property
    def place(self) -> Location:
        """Return where it stands, for a finding."""
        return Location(item=self.number, excerpt=self.text)

    @property
    def spoken(self) -> tuple[Run, ...]:
        """Return the runs with words in them."""
        return tuple(run for run in self.runs if run.text.strip())


@lru_cache(maxsize=1)
def paragraphs(opened: OdfPackage) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the body."""
    body = first(opened.content, "office:body/*")
    rows = list(_rows(body)) if body is not None else []
    return tuple(_paragraph(row, number) for number, row in enumerate(rows, 1))


@lru_cache(maxsize=1)
def styles_of(opened: OdfPackage) -> Styles:
    """Return the styles of the file that is being checked."""
    return Styles(opened.content, opened.styles)


def _rows(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and headings, those in frames and notes too; lxml caps the depth at 256."""
    for child in parent:
        if child.tag in _OUTSIDE or not isinstance(child.tag, str):
            continue
        if child.tag in (_P, _H):
            yield child
        yield from _rows(child)


def _paragraph(row: Any, number: int) -> Paragraph:
    """Return one paragraph; text of a frame or note inside it belongs to the paragraphs there."""
    runs = tuple(_runs(row, (), in_link=False))
    raw = "".join(run.text for run in runs)
    objects = tuple(child for child in row.iter(*_OBJECTS) if _owner(child) is row)
    inline = sum(child.get(name("text:anchor-type")) == "as-char" for child in objects)
    others = sum(1 for child in row.iter(_NOTE, name("text:bookmark-ref")) if _owner(child) is row)
    above = {element.tag for element in row.iterancestors()}
    told = row.get(name("text:outline-level"), "1")
    return Paragraph(
        number=number, raw=raw, text=" ".join(raw.split()), length=len(raw) + inline + others,
        level=whole(told, 1) if row.tag == _H else 0, style=row.get(name("text:style-name"), ""),
        is_list=name("text:list-item") in above, in_table=name("table:table-cell") in above,
        in_shape=bool(above & _SHAPES), in_drawing=bool(above & _DRAWINGS), in_note=_NOTE in above,
        in_index=bool(above & _INDEXES), objects=objects,
        has_sequence=next(row.iter(name("text:sequence")), None) is not None, element=row, runs=runs,
    )  # fmt: skip


def _owner(element: Any) -> Any:
    """Return the nearest paragraph that an element stands in."""
    return next(iter(element.iterancestors(_P, _H)), None)


def _runs(parent: Any, styles: tuple[str, ...], *, in_link: bool) -> Iterator[Run]:
    """Yield the text of an element in runs of one look."""
    if parent.text:
        yield Run(_folded(parent.text), styles, in_link)
    for child in parent:
        yield from _child_runs(child, styles, in_link=in_link)
        if child.tail:
            yield Run(_folded(child.tail), styles, in_link)


def _child_runs(child: Any, styles: tuple[str, ...], *, in_link: bool) -> Iterator[Run]:
    """Yield the runs of one child: blanks are elements, frames and notes are other paragraphs' own."""
    kind = child.tag
    if not isinstance(kind, str) or kind in _OUTSIDE or kind in _OBJECTS or kind == _NOTE:
        return
    blank = _blank(child)
    if blank:
        yield Run(blank, styles, in_link)
        return
    called = child.get(name("text:style-name"), "") if kind in (_SPAN, _A) else ""
    yield from _runs(child, (called, *styles) if called else styles, in_link=in_link or kind == _A)


def _blank(child: Any) -> str:
    """Return the blanks that an element stands for; a count is bounded, for it may be any number."""
    if child.tag == name("text:s"):
        return " " * whole(child.get(name("text:c")), 1, most=200)
    return {name("text:tab"): "\t", name("text:line-break"): "\n"}.get(child.tag, "")


def _folded(text: str) -> str:
    """Return text with each row of blanks as one, as OpenDocument reads it (ODF 1.3, 6.1.2)."""
    folded = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and folded else ""
    return f"{before}{folded}{after}"

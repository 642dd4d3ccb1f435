"""Links of Word files (WCAG 2.4.4): as elements, as simple fields and as fields of several runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.docx.runs import text_of
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_link
from accessibility.documents.xml import find_all, first, name

_CODE = re.compile(r"^\s*HYPERLINK\s", re.IGNORECASE)
_FIELD, _TYPE, _RUN, _INSTRUCTION = name("w:fldChar"), name("w:fldCharType"), name("w:r"), name("w:instrText")


@dataclass(frozen=True)
class Link:
    """``has_picture``: its words are the alternative text of a picture, which another check reads."""

    paragraph: int
    text: str
    has_picture: bool


@register
class Links:
    """A link has words, and they say where it leads."""

    rules = ("WM-DOCX-LINK-EMPTY", "WM-OFFICE-LINK-TEXT")
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield links without words, and links whose words say nothing."""
        found = [link for link in links(opened) if link.text or not link.has_picture]
        empty = [Location(item=link.paragraph) for link in found if not link.text]
        yield from gather("WM-DOCX-LINK-EMPTY", empty)
        poor = [link for link in found if link.text and is_poor_link(link.text, opened.language)]
        yield from gather("WM-OFFICE-LINK-TEXT", [Location(item=link.paragraph, excerpt=link.text) for link in poor])


def links(opened: OoxmlPackage) -> Iterator[Link]:
    """Yield the links of the body; entries of a table of contents lead to headings and are left out."""
    for paragraph in paragraphs(opened):
        if paragraph.is_called("toc ", "table of figures"):
            continue
        row = paragraph.element
        for element in find_all(row, ".//w:hyperlink[@r:id or @w:anchor][not(starts-with(@w:anchor, '_Toc'))]"):
            yield Link(paragraph.number, _words(element.iter(_RUN)), _has_picture(element))
        for element in find_all(row, ".//w:fldSimple"):
            if _CODE.match(element.get(name("w:instr"), "")):
                yield Link(paragraph.number, _words(element.iter(_RUN)), _has_picture(element))
        if "HYPERLINK" in paragraph.field_codes and "_Toc" not in paragraph.field_codes:
            yield from _fields(row, paragraph.number)


def _fields(row: Any, number: int) -> Iterator[Link]:
    """Yield the links that are fields of several runs: begin, code, separate, words, end."""
    open_fields: list[tuple[list[str], list[Any]]] = []
    for run in row.iter(_RUN):
        marks = [mark.get(_TYPE) for mark in run.iter(_FIELD)]
        if "begin" in marks:
            open_fields.append(([], []))
        if open_fields:
            open_fields[-1][0].extend(code.text or "" for code in run.iter(_INSTRUCTION))
            for _codes, inside in open_fields:
                inside.append(run)
        if "end" in marks and open_fields:
            codes, inside = open_fields.pop()
            if _CODE.match("".join(codes)):
                yield Link(number, _words(inside), any(_has_picture(part) for part in inside))


def _words(runs: Any) -> str:
    """Return the words of some runs in one line."""
    return " ".join("".join(text_of(run) for run in runs).split())


def _has_picture(element: Any) -> bool:
    """Return whether a picture stands in the link."""
    return first(element, ".//w:drawing | .//w:pict | .//w:object") is not None

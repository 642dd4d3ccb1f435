"""What stands out of the reading order, and space made of empty lines or blanks (WCAG 1.3.1, 1.3.2)."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, body_of, paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, first, is_on, words

_SPACES = re.compile(r"(?:^|\S)[ \u00a0]{3,}\S|\S\t[ ]*\t+\S")
_DOTS = re.compile(r"[._…]{3,}")
_POSITION = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)


@register
class Floating:
    """Floating pictures and text boxes are read at another place than they are seen."""

    rules = ("WM-DOCX-FLOATING",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield what is anchored in the body and not marked as decoration."""
        anchors = [row for row in find_all(opened.main, "//wp:anchor") if not _is_decoration(row)]
        places = [_place(opened, row, str(first(row, "wp:docPr/@name") or "")) for row in anchors]
        shapes = find_all(opened.main, "//w:pict/v:shape | //w:pict/v:rect | //w:pict/v:group")
        floating = [shape for shape in shapes if _POSITION.search(shape.get("style", ""))]
        places += [_place(opened, shape, shape.get("id", "")) for shape in floating]
        yield from gather("WM-DOCX-FLOATING", places)


@register
class TextBoxes:
    """Words in a text box are read out of order, or by some programs not at all."""

    rules = ("WM-DOCX-TEXT-BOX",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the boxes of the body that hold words."""
        boxes = [box for box in find_all(opened.main, "//w:txbxContent") if words(box, "w:t")]
        yield from gather("WM-DOCX-TEXT-BOX", [_place(opened, box, words(box, "w:t", " ")) for box in boxes])


@register
class EmptyLines:
    """Space comes from the style of a paragraph, not from empty ones."""

    rules = ("WM-DOCX-EMPTY-LINES",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the second of each row of empty paragraphs, with the words before it."""
        rows = [row for row in paragraphs(opened) if not (row.in_table or row.in_box)]
        found: list[Location] = []
        words_before = ""
        for is_empty, group in groupby(rows, key=_is_empty):
            members = list(group)
            if is_empty and len(members) > 1 and words_before:
                found.append(Location(item=members[1].number, excerpt=words_before))
            words_before = members[-1].text or words_before
        yield from gather("WM-DOCX-EMPTY-LINES", found)


@register
class Spaces:
    """Columns come from tab stops or tables, not from rows of spaces or tabs."""

    rules = ("WM-DOCX-SPACES",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield lines with three spaces or two tabs between words; lines to write on are another check's."""
        found = [
            row.place
            for row in paragraphs(opened)
            if _SPACES.search(row.raw) and not row.is_called("toc ") and not _DOTS.search(row.raw)
        ]
        yield from gather("WM-DOCX-SPACES", found)


@register
class Watermarks:
    """Words behind the text make it hard to read, and nobody hears them."""

    rules = ("WM-DOCX-WATERMARK",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the headers that hold one."""
        path = (
            "//v:shape[contains(@id, 'WaterMark') or contains(@id, 'Watermark') or v:textpath] | "
            "//wp:docPr[contains(@name, 'WaterMark') or contains(@name, 'Watermark')]"
        )
        found = [
            Location(part=target, excerpt=str(first(shape, "v:textpath/@string") or ""))
            for target in opened.targets(opened.main_name, "header")
            for shape in (find_all(opened.part(target), path) if opened.part(target) is not None else [])
        ]
        yield from gather("WM-DOCX-WATERMARK", found)


def _is_empty(row: Paragraph) -> bool:
    """Return whether a paragraph is there for its height alone: no word, picture, field, break or item of a list."""
    if row.text or row.has_drawing or row.is_list or row.level or row.field_codes:
        return False
    return first(row.element, "w:pPr/w:sectPr | .//w:br[@w:type] | .//w:sdt | .//w:fldChar") is None


def _is_decoration(anchor: Any) -> bool:
    """Return whether an anchored object is marked as decorative: it is not read at all."""
    return is_on(first(anchor, "wp:docPr//adec:decorative"), "val")


def _place(opened: OoxmlPackage, element: Any, excerpt: str) -> Location:
    """Return the paragraph that an object is anchored in."""
    anchor = first(element, "ancestor::w:p[1]")
    return Location(item=body_of(opened).numbers.get(anchor), excerpt=excerpt)

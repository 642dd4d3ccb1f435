"""Space made of blanks, and words that float (LibreOffice TEXT_TABS, TEXT_SPACES, TEXT_NEW_LINES, FLOATING_TEXT)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import paragraphs
from accessibility.documents.registry import register
from accessibility.documents.xml import find_all, name

_SPACES = re.compile(r"(?<=[^ \t]) {2,}(?=[^ \t])")
#: A second tab after words, or words set apart by two tabs in a row.
_TABS = re.compile(r"[^ \t] *\t[ \t]*[^ \t][^\t]*\t|[^ \t] *\t *\t[ \t]*[^ \t]")
_LINES = re.compile(r"\n\r*\n\r*(?=\n)")


@register
class Blanks:
    """Columns come from tab stops or tables, not from rows of spaces or tabs."""

    rules = ("WM-ODF-SPACES", "WM-ODF-TABS")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield each row of two spaces or more after a word, and lines with two tabs after or between words."""
        rows = [row for row in paragraphs(opened) if not row.in_index]
        spaces = [row.place for row in rows for _match in _SPACES.finditer(row.raw.lstrip(" "))]
        yield from gather("WM-ODF-SPACES", spaces)
        yield from gather("WM-ODF-TABS", [row.place for row in rows if _TABS.search(row.raw)])


@register
class EmptyLines:
    """Space comes from the style of a paragraph, not from empty ones or line breaks."""

    rules = ("WM-ODF-EMPTY-LINES",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield empty paragraphs after empty ones, and more than two line breaks in a row."""
        rows = [row for row in paragraphs(opened) if not row.in_note and not row.in_drawing]
        doubled = [
            below.place for above, below in pairwise(rows) if not (above.length or below.length or below.in_table)
        ]
        broken = [row.place for row in rows for _match in _LINES.finditer(row.raw)]
        yield from gather("WM-ODF-EMPTY-LINES", doubled + broken)


@register
class FloatingText:
    """Words in a frame or shape that floats are read at another place than they are seen."""

    rules = ("WM-ODF-FLOATING",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield frames and shapes with words that do not stand in the line."""
        path = "office:body//draw:frame[draw:text-box] | office:body//draw:custom-shape[text:p]"
        floating = [
            Location(part=row.get(name("draw:name"), ""), excerpt=_text(row))
            for row in find_all(opened.content, path)
            if row.get(name("text:anchor-type")) != "as-char" and _text(row) and not find_all(row, "ancestor::draw:g")
        ]
        yield from gather("WM-ODF-FLOATING", floating)


@register
class Notes:
    """Notes make a listener jump about: advice only."""

    rules = ("WM-ODF-FOOTNOTES", "WM-ODF-ENDNOTES")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the notes of both kinds."""
        for rule, kind in zip(self.rules, ("footnote", "endnote"), strict=True):
            notes = [
                note for note in opened.content.iter(name("text:note")) if note.get(name("text:note-class")) == kind
            ]
            yield from gather(rule, [Location(excerpt=_text(note)) for note in notes])


def _text(element: Any) -> str:
    """Return the words in an element."""
    return " ".join(" ".join("".join(row.itertext()) for row in element.iter(name("text:p"))).split())

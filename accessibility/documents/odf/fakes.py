"""What only looks like a list, a note or a caption (LibreOffice MANUAL_NUMBERING, FAKE_FOOTNOTE, FAKE_CAPTION)."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.odf.looks import look_of
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import Paragraph, paragraphs, styles_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_caption

_BULLET = re.compile(r"^(?:[-–—•*·▪●◦‣■□➢✓\uf0b7\uf0a7]|o)\s+\S|^[•●▪·\uf0b7\uf0a7]\S")
_NUMBER = re.compile(r"^(\(?)(\d{1,2}|[a-zA-Z])([.)])")
_NOTE = re.compile(r"^[\[(]?(?:\d{1,2}|[*†‡§])[\])]?$")
_STAR = re.compile(r"^\*[^*]|\w\*$")
#: Before a raised digit these are units, not words.
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[cdkm]?m|ft|in|yd|s|h|r|x|n|[A-Z][a-z]?|CO|NO|SO|PM)$|\d$")


@register
class FakeLists:
    """Numbers and bullets are those of a list."""

    rules = ("WM-ODF-FAKE-LIST", "WM-ODF-FAKE-BULLETS")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield each typed number that the next line goes on with, and the first line of each row of typed bullets."""
        numbers = [row.place for rows in typed_numbers(opened) for row in rows[:-1]]
        yield from gather("WM-ODF-FAKE-LIST", numbers)
        yield from gather("WM-ODF-FAKE-BULLETS", [rows[0].place for rows in typed_bullets(opened)])


def typed_numbers(opened: OdfPackage) -> list[list[Paragraph]]:
    """Return each row of paragraphs with typed numbers that go on with one another."""
    rows = [row for row in paragraphs(opened) if not row.in_index]
    return _chains(rows, lambda this, after: _goes_on(this.raw, after.raw))


def typed_bullets(opened: OdfPackage) -> list[list[Paragraph]]:
    """Return each row of paragraphs with typed bullets."""
    rows = [row for row in paragraphs(opened) if row.text and not row.is_list and not row.in_index]
    return _chains(rows, lambda this, after: _is_bullet(this) and _is_bullet(after))


def _chains(rows: list[Paragraph], follows: Callable[[Paragraph, Paragraph], bool]) -> list[list[Paragraph]]:
    """Return the longest rows of neighbours of which each follows the one before."""
    found: list[list[Paragraph]] = []
    for this, after in pairwise(rows):
        if follows(this, after):
            if found and found[-1][-1] is this:
                found[-1].append(after)
            else:
                found.append([this, after])
    return found


@register
class EmptyItems:
    """An item of a list has words."""

    rules = ("WM-ODF-EMPTY-ITEM",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the items without."""
        empty = [
            row for row in paragraphs(opened) if row.is_list and not row.length and not row.objects and not row.level
        ]
        yield from gather("WM-ODF-EMPTY-ITEM", [row.place for row in empty])


@register
class FakeNotes:
    """The sign of a note leads to the note."""

    rules = ("WM-ODF-FAKE-NOTE",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield paragraphs with a typed star or a raised number."""
        found = [row for row in paragraphs(opened) if not row.in_note and _has_typed_note(opened, row)]
        yield from gather("WM-ODF-FAKE-NOTE", [row.place for row in found])


@register
class FakeCaptions:
    """A caption has a number that lists of figures find."""

    rules = ("WM-ODF-FAKE-CAPTION",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield typed captions beside or below one picture."""
        rows = [row for row in paragraphs(opened) if row.text or row.objects]
        found = [
            this.place
            for before, this in pairwise([None, *rows])
            if this and _is_typed_caption(this, opened.language) and _is_beside(before, this)
        ]
        yield from gather("WM-ODF-FAKE-CAPTION", found)


def _goes_on(line: str, below: str) -> bool:
    """Return whether two lines begin with a typed number and the next: "1." and "2.", "(a)" and "(b)"."""
    this, after = _NUMBER.match(line), _NUMBER.match(below)
    if not this or not after or (this[1], this[3]) != (after[1], after[3]):
        return False
    if this[2].isdecimal() and after[2].isdecimal():
        return int(after[2]) - int(this[2]) == 1
    return len(this[2]) == len(after[2]) and ord(after[2][0]) - ord(this[2][0]) == 1 and this[2].isalpha()


def _is_bullet(row: Paragraph) -> bool:
    """Return whether a line begins with a typed bullet."""
    return bool(_BULLET.match(row.raw.strip())) and not row.level


def _has_typed_note(opened: OdfPackage, row: Paragraph) -> bool:
    """Return whether a line begins or ends with a star, or a raised number stands after a word."""
    if _STAR.search(row.text):
        return True
    before = ""
    for run in row.runs:
        raised = _NOTE.match(run.text.strip()) and look_of(styles_of(opened), row, run).is_raised
        if raised and not _UNIT.search(before):
            return True
        before += run.text
    return False


def _is_typed_caption(row: Paragraph, language: str) -> bool:
    """Return whether a line reads like a caption and has no number that counts by itself."""
    return not row.has_sequence and not row.level and len(row.text) < 200 and is_caption(row.text, language)


def _is_beside(before: Paragraph | None, this: Paragraph) -> bool:
    """Return whether one picture is anchored in a line, or stands alone in the line before."""
    if len(this.objects) == 1:
        return True
    return before is not None and len(before.objects) == 1 and not before.text and not this.objects

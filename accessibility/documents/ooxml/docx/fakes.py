"""What only looks like a heading, a list, a caption or a note (WCAG 1.3.1, failure F2). Guesses: they warn."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_caption
from accessibility.documents.xml import name

_BULLET = re.compile(r"^(?:[-–—•*·▪●◦‣■□➢✓\uf0b7\uf0a7\uf0d8\uf076]|o)\s+\S|^[•●▪·\uf0b7\uf0a7]\S")
_NUMBER = re.compile(r"^\(?(\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)]\s+\S")
_OTHER_STYLES = (
    "title",
    "subtitle",
    "caption",
    "toc",
    "table of",
    "header",
    "footer",
    "quote",
    "intense quote",
    "list",
)
_SHORT = 80
_LARGER = 1.2
_NOTE = re.compile(r"^[\[(]?(?:\d{1,2}|[*†‡§])[\])]?$")
#: Before a raised digit these are units, not words: m², CO₂, 10⁶.
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[cdkm]?m|ft|in|yd|s|h|r|x|n|[A-Z][a-z]?|CO|NO|SO|PM)$|\d$")


@register
class FakeHeadings:
    """A whole short paragraph in bold or larger type, with body text after it."""

    rules = ("WM-DOCX-FAKE-HEADING",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the paragraphs that look like headings."""
        yield from gather("WM-DOCX-FAKE-HEADING", [row.place for row in fake_headings(paragraphs(opened))])


@register
class FakeLists:
    """Two or more lines in a row that begin with a typed bullet or number."""

    rules = ("WM-DOCX-FAKE-LIST",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the first line of each run of such lines, and lines broken by hand inside one paragraph."""
        found = [rows[0] for rows in fake_lists(paragraphs(opened))]
        found += [row for row in paragraphs(opened) if row not in found and _is_broken_by_hand(row)]
        yield from gather("WM-DOCX-FAKE-LIST", [row.place for row in sorted(found, key=lambda row: row.number)])


@register
class FakeCaptions:
    """A typed "Figure 1" beside a picture or a table, which no list of figures will find."""

    rules = ("WM-DOCX-FAKE-CAPTION",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the captions that have neither the style nor the number of one."""
        body = [row for row in paragraphs(opened) if row.text or row.has_drawing]
        found = [
            this.place
            for before, this, after in zip([None, *body], body, [*body[1:], None], strict=False)
            if _is_typed_caption(this, opened.language) and _beside(before, this, after)
        ]
        yield from gather("WM-DOCX-FAKE-CAPTION", found)


@register
class FakeNotes:
    """A raised digit that leads to no note."""

    rules = ("WM-DOCX-FAKE-NOTE",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield paragraphs with a typed number of a note."""
        found = [row for row in paragraphs(opened) if "NOTEREF" not in row.field_codes and _has_typed_note(row)]
        yield from gather("WM-DOCX-FAKE-NOTE", [row.place for row in found])


def fake_headings(rows: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that look like headings and are none."""
    body = [row for row in rows if row.text and not row.in_table and not row.in_box]
    usual = _usual_size(body)
    return [this for this, after in pairwise(body) if _looks_like_heading(this, usual) and _is_body(after, this)]


def fake_lists(rows: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Return each row of two or more lines that begin with a typed bullet or number and go on with one another."""
    found: list[list[Paragraph]] = []
    for this, after in pairwise([row for row in rows if row.text]):
        if _is_typed_item(this) and _is_typed_item(after) and _goes_on(this.text, after.text):
            if found and found[-1][-1] is this:
                found[-1].append(after)
            else:
                found.append([this, after])
    return found


def _is_broken_by_hand(row: Paragraph) -> bool:
    """Return whether one paragraph holds several lines with typed marks."""
    return sum(bool(_mark(line)) for line in row.raw.split("\n")) > 1


def _usual_size(body: list[Paragraph]) -> int:
    """Return the size of most letters of the text in half points, 0 where there is no text."""
    letters: dict[int, int] = {}
    for paragraph in body:
        if not paragraph.level:
            letters[paragraph.size] = letters.get(paragraph.size, 0) + len(paragraph.text)
    return max(letters, key=lambda size: letters[size], default=0)


def _looks_like_heading(paragraph: Paragraph, usual: int) -> bool:
    """Return whether it is short, stands out and ends like a heading."""
    if paragraph.level or paragraph.is_list or paragraph.has_drawing or not 2 < len(paragraph.text) < _SHORT:
        return False
    if paragraph.is_called(*_OTHER_STYLES) or paragraph.text[-1] in ".,;:!" or "\t" in paragraph.raw.strip():
        return False
    if not any(letter.isalpha() for letter in paragraph.text) or any(run.in_link for run in paragraph.spoken):
        return False
    return paragraph.is_bold or bool(usual and paragraph.size >= _LARGER * usual)


def _is_body(paragraph: Paragraph, above: Paragraph) -> bool:
    """Return whether a paragraph is ordinary text or a list under a heading."""
    if paragraph.level or (paragraph.is_bold and paragraph.size >= above.size):
        return False
    return paragraph.is_list or len(paragraph.text) > len(above.text) or paragraph.text[-1] in ".:?!"


def _mark(text: str) -> str:
    """Return which kind of typed mark a line begins with: a bullet, a number, or none."""
    line = text.strip()
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else ""


def _goes_on(line: str, below: str) -> bool:
    """Return whether the second line goes on with the list of the first; "J. Smith" and "A. Jones" do not."""
    this, after = _NUMBER.match(line), _NUMBER.match(below)
    if this and after and len(this[1]) == len(after[1]) == 1 and this[1].isalpha():
        return ord(after[1]) - ord(this[1]) == 1
    return _mark(line) == _mark(below) and line != below


def _is_typed_item(paragraph: Paragraph) -> bool:
    """Return whether a bullet or number was typed by hand."""
    return bool(_mark(paragraph.text)) and not paragraph.is_list and not paragraph.level


def _is_typed_caption(paragraph: Paragraph, language: str) -> bool:
    """Return whether a short line reads like a caption but has neither style nor field."""
    if paragraph.is_called("caption", "toc", "table of") or paragraph.level or len(paragraph.text) > 200:
        return False
    return "SEQ" not in paragraph.field_codes.upper() and is_caption(paragraph.text, language)


def _beside(before: Paragraph | None, this: Paragraph, after: Paragraph | None) -> bool:
    """Return whether a picture or a table stands next to a paragraph, or in it."""
    if this.has_drawing or any(near and near.has_drawing and not near.text for near in (before, after)):
        return True
    below, above = this.element.getnext(), this.element.getprevious()
    return any(near is not None and near.tag == name("w:tbl") for near in (below, above))


def _has_typed_note(paragraph: Paragraph) -> bool:
    """Return whether a run is a raised digit or star after a word, or at the start of a line."""
    before = ""
    for run in paragraph.runs:
        if run.is_superscript and _NOTE.match(run.text.strip()) and not _UNIT.search(before):
            return True
        before += run.text
    return False

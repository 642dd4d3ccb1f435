"""What only looks like a heading or a list (WCAG 1.3.1, failure F2). Guesses: they warn, they never block."""

import re
from collections.abc import Iterator
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.docx.paragraphs import Paragraph, paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register

_BULLET = re.compile(r"^(?:[-–•*·▪●◦‣]|o)\s+\S")
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_TITLE_STYLES = ("title", "subtitle", "caption", "toc")
_SHORT = 80


@register
class FakeHeadings:
    """A whole short paragraph in bold or larger type, with body text after it."""

    rules = ("WM-DOCX-FAKE-HEADING",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the paragraphs that look like headings."""
        body = [paragraph for paragraph in paragraphs(opened) if paragraph.text and not paragraph.in_table]
        sizes = sorted(paragraph.size for paragraph in body if len(paragraph.text) > _SHORT)
        usual = sizes[len(sizes) // 2] if sizes else 0
        found = [
            Location(item=this.number, excerpt=this.text)
            for this, after in pairwise(body)
            if _looks_like_heading(this, usual) and _is_body(after, this)
        ]
        yield from gather("WM-DOCX-FAKE-HEADING", found)


@register
class FakeLists:
    """Two or more lines in a row that begin with a typed bullet or number."""

    rules = ("WM-DOCX-FAKE-LIST",)
    kinds = (Kind.DOCX,)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the first line of each run of such lines."""
        found, before = [], False
        body = [paragraph for paragraph in paragraphs(opened) if paragraph.text]
        for this, after in pairwise(body):
            typed = _is_typed_item(this) and _is_typed_item(after)
            if typed and not before:
                found.append(Location(item=this.number, excerpt=this.text))
            before = typed
        yield from gather("WM-DOCX-FAKE-LIST", found)


def _looks_like_heading(paragraph: Paragraph, usual: int) -> bool:
    """Return whether it is short, stands out and ends like a heading."""
    if paragraph.level or paragraph.is_list or not 2 < len(paragraph.text) < _SHORT:
        return False
    if paragraph.style.lower().startswith(_TITLE_STYLES) or paragraph.text[-1] in ".,;:?!":
        return False
    return paragraph.is_bold or bool(usual and paragraph.size >= 1.2 * usual)


def _is_body(paragraph: Paragraph, above: Paragraph) -> bool:
    """Return whether a paragraph is ordinary text under a heading."""
    return not paragraph.level and not paragraph.is_bold and len(paragraph.text) > len(above.text)


def _is_typed_item(paragraph: Paragraph) -> bool:
    """Return whether a bullet or number was typed by hand."""
    typed = _BULLET.match(paragraph.text) or _NUMBER.match(paragraph.text)
    return bool(typed) and not paragraph.is_list and not paragraph.level

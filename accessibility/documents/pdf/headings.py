"""Headings and bookmarks (WCAG 1.3.1, 2.4.5, 2.4.6; PDF9, PDF2). Their order is the engine's to check."""

import re
from collections.abc import Iterator
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.pdf.lists import is_inside
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

_HEADING = re.compile(r"(?:H\d{0,2}|Title)$")
_ENDS = (".", ",", ";", ":", "…", "!")
#: A heading is short; what follows it is not. In characters.
LONGEST, BODY = 100, 60
#: How much larger than the text a line must be to look like a heading.
LARGER = 1.15
_NOT_TEXT = frozenset(
    ("Table", "TOC", "TOCI", "L", "LI", "Caption", "Note", "FENote", "Figure", "Form", "Link", "Index", "Title")
)


@register
class Headings:
    """A file of more than two pages has headings; without one in more than five nobody finds their way."""

    rules = ("WM-PDF-HEADINGS-NONE", "WM-PDF-HEADINGS-FEW", "WM-PDF-HEADING-EMPTY", "WM-PDF-BOOKMARKS")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield for tagged files alone: without tags the first thing to mend is another."""
        found = [index for index, element in enumerate(opened.elements) if _HEADING.match(element.type)]
        if opened.elements and not found and opened.pages_total > 2:
            yield Finding("WM-PDF-HEADINGS-NONE" if opened.pages_total > 5 else "WM-PDF-HEADINGS-FEW")
        empty = [opened.place(index) for index in found if not _says_something(opened, index)]
        yield from gather("WM-PDF-HEADING-EMPTY", empty)
        if opened.pages_total > 9 and "/Outlines" not in opened.root:
            yield Finding("WM-PDF-BOOKMARKS")


@register
class FakeHeadings:
    """A short line in large or bold letters before a paragraph is a heading for screen readers too."""

    rules = ("WM-PDF-FAKE-HEADING",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the lines that look like headings and are tagged as text."""
        texts = [
            index
            for index, element in enumerate(opened.elements)
            if element.type == "P" and not is_inside(opened, index, _NOT_TEXT) and opened.layout.block(index).text
        ]
        fakes = [opened.place(line) for line, after in pairwise(texts) if _looks_like_one(opened, line, after)]
        yield from gather("WM-PDF-FAKE-HEADING", fakes)


def _looks_like_one(opened: OpenedPdf, line: int, after: int) -> bool:
    """Return whether a paragraph stands out from the text that comes after it as a heading does."""
    one, two = opened.layout.block(line), opened.layout.block(after)
    if opened.elements[line].parent != opened.elements[after].parent or one.page is None:
        return False
    if len(one.text) > LONGEST or one.text.endswith(_ENDS) or not any(letter.isalpha() for letter in one.text):
        return False
    size, bold = opened.layout.body
    stands_out = one.size >= LARGER * max(size, two.size) or (one.is_bold and not bold and not two.is_bold)
    return stands_out and one.size >= size and len(two.text) >= BODY and two.size <= one.size


def _says_something(opened: OpenedPdf, index: int) -> bool:
    """Return whether a heading has words, drawn or in the place of what is drawn."""
    words = any(key in opened.elements[index].obj for key in ("/Alt", "/ActualText"))
    past_budget = not opened.contents.is_whole
    block = opened.layout.block(index)
    below = opened.children[index]
    return bool(words or past_budget or block.text or block.has_picture or _has_words_below(opened, below))


def _has_words_below(opened: OpenedPdf, below: list[int]) -> bool:
    """Return whether a tag below has words that stand for it, or a form whose inside we do not follow."""
    waiting = list(below)
    while waiting:
        index = waiting.pop()
        obj = opened.elements[index].obj
        if "/Alt" in obj or "/ActualText" in obj:
            return True
        waiting += opened.children[index]
    return False

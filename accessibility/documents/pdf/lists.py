"""Lists that are typed, not made (WCAG 1.3.1, PDF21). Whether a list is well built is the engine's to check."""

import re
from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.registry import register

_BULLET = re.compile(r"^(?:[•·▪◦‣∙■□●○➢✓\uf0b7\uf0a7]|[-–*]\s)\s*\S")
_NUMBER = re.compile(r"^\(?(\d{1,3}|[a-z])[.)]\s+\S")
#: Fewer lines than these are no list: one dash is a dash, and "1." and "2." may be headings.
BULLETS, NUMBERS = 2, 3
_ELSEWHERE = frozenset(("LI", "LBody", "Lbl", "TOC", "TOCI", "Table", "TD", "TH", "Note", "FENote", "Caption", "Index"))


@register
class FakeLists:
    """Lines that begin with a bullet or a number are a list for screen readers too."""

    rules = ("WM-PDF-FAKE-LIST",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield one place for each run of such lines, at its first line."""
        places = [opened.place(run[0]) for run in _runs(opened)]
        yield from gather("WM-PDF-FAKE-LIST", places)


def _runs(opened: OpenedPdf) -> Iterator[list[int]]:
    """Yield the runs of neighbouring paragraphs that look like items of one list."""
    run: list[int] = []
    before = ""
    for index, mark in _lines(opened):
        if run and (mark != before or opened.elements[index].parent != opened.elements[run[0]].parent):
            if _is_list(before, run):
                yield run
            run = []
        before = mark
        if mark:
            run.append(index)
    if _is_list(before, run):
        yield run


def _is_list(mark: str, run: list[int]) -> bool:
    """Return whether a run is long enough."""
    return bool(mark) and len(run) >= (NUMBERS if mark == "number" else BULLETS)


def _lines(opened: OpenedPdf) -> Iterator[tuple[int, str]]:
    """Yield each paragraph that says something, with what it begins with: a bullet, a number or nothing."""
    for index, element in enumerate(opened.elements):
        if element.type != "P" or is_inside(opened, index, _ELSEWHERE):
            continue
        text = opened.layout.block(index).text
        if text:
            yield index, "bullet" if _BULLET.match(text) else "number" if _NUMBER.match(text) else ""


def is_inside(opened: OpenedPdf, index: int, types: frozenset[str]) -> bool:
    """Return whether an element stands in one of these types of tag."""
    above = opened.elements[index].parent
    while above is not None:
        if opened.elements[above].type in types:
            return True
        above = opened.elements[above].parent
    return False

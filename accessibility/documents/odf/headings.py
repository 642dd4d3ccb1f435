"""Headings of OpenDocument text (WCAG 1.3.1, 2.4.6; LibreOffice HEADING_START, HEADING_ORDER, HEADING_IN_TABLE)."""

from collections.abc import Iterator
from itertools import pairwise

from accessibility.documents.base import Finding, Kind, Severity, gather
from accessibility.documents.odf.looks import look_of
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import Paragraph, paragraphs, styles_of
from accessibility.documents.registry import register
from accessibility.documents.xml import first

LONG_TEXT_WORDS, VERY_LONG_TEXT_WORDS = 600, 1_500
CONTENTS_WORDS = 3_000
_SHORT = 80


@register
class HeadingOrder:
    """The first heading has the first level, and no level is left out: of the outline, and of the heading styles."""

    rules = ("WM-ODF-HEADING-START", "WM-ODF-HEADING-ORDER", "WM-ODF-HEADING-JUMP")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield headings more than one level below the one before."""
        headings = [row for row in paragraphs(opened) if row.level]
        yield from gather("WM-ODF-HEADING-START", [row.place for row in headings[:1] if row.level > 1])
        skipped = [below.place for above, below in pairwise(headings) if below.level > above.level + 1]
        yield from gather("WM-ODF-HEADING-ORDER", skipped)
        styled = [(styles_of(opened).outline_level(row.style), row) for row in paragraphs(opened)]
        levels = [(1, None), *((level, row) for level, row in styled if level)]
        jumps = [row.place for (above, _), (below, row) in pairwise(levels) if row and below > above + 1]
        yield from gather("WM-ODF-HEADING-JUMP", jumps)


@register
class HeadingPlaces:
    """A heading has words and does not stand in a table."""

    rules = ("WM-ODF-HEADING-IN-TABLE", "WM-ODF-HEADING-EMPTY")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the first heading in a table, as LibreOffice does, and headings without words."""
        headings = [row for row in paragraphs(opened) if row.level]
        yield from gather("WM-ODF-HEADING-IN-TABLE", [row.place for row in headings if row.in_table][:1])
        empty = [row.place for row in headings if not row.text and not row.objects]
        yield from gather("WM-ODF-HEADING-EMPTY", empty)


@register
class HeadingsExist:
    """A long text has headings, and a very long one a table of contents."""

    rules = ("WM-ODF-HEADINGS", "WM-ODF-CONTENTS")
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield when there is none."""
        rows = [row for row in paragraphs(opened) if not row.in_table]
        count = sum(len(row.text.split()) for row in rows)
        if count > LONG_TEXT_WORDS and not any(row.level and row.text for row in rows):
            severity = Severity.BLOCK if count > VERY_LONG_TEXT_WORDS else Severity.WARN
            yield Finding("WM-ODF-HEADINGS", severity=severity, parameters={"words": str(count)})
        if count > CONTENTS_WORDS and first(opened.content, "//text:table-of-content") is None:
            yield Finding("WM-ODF-CONTENTS", parameters={"words": str(count)})


@register
class FakeHeadings:
    """A whole short paragraph in bold or larger type, with body text after it. A guess: it warns."""

    rules = ("WM-ODF-FAKE-HEADING",)
    kinds = (Kind.ODT,)

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the paragraphs that look like headings."""
        yield from gather("WM-ODF-FAKE-HEADING", [row.place for row in fake_headings(opened)])


def fake_headings(opened: OdfPackage) -> list[Paragraph]:
    """Return the paragraphs that look like headings and are none."""
    rows = [row for row in paragraphs(opened) if row.text and not (row.in_table or row.in_shape or row.in_index)]
    return [this for this, after in pairwise(rows) if _stands_out(opened, this, after)]


def _stands_out(opened: OdfPackage, this: Paragraph, after: Paragraph) -> bool:
    """Return whether a line is short, bold or larger than the text below it, and ends like a heading."""
    names = styles_of(opened).names(this.style)
    plain = this.level or this.is_list or this.objects or not 2 < len(this.text) < _SHORT
    if plain or this.text[-1] in ".,;:!" or "\t" in this.raw.strip() or after.level:
        return False
    if any(called.startswith(("title", "subtitle", "caption", "quot", "header", "footer")) for called in names):
        return False
    if not any(letter.isalpha() for letter in this.text) or any(run.in_link for run in this.spoken):
        return False
    looks, below = _looks(opened, this), _looks(opened, after)
    larger = min(points for points, _bold in looks) >= 1.2 * max(points for points, _bold in below)
    bolder = all(bold for _points, bold in looks) and not all(bold for _points, bold in below)
    is_body = after.is_list or len(after.text) > len(this.text) or after.text[-1] in ".:?!"
    return (larger or bolder) and is_body


def size_of(opened: OdfPackage, row: Paragraph) -> float:
    """Return the size of the largest letters of a paragraph in points, 0 when it has none."""
    return max((points for points, _bold in _looks(opened, row)), default=0.0)


def _looks(opened: OdfPackage, row: Paragraph) -> list[tuple[float, bool]]:
    """Return size and weight of the runs of a paragraph."""
    found = (look_of(styles_of(opened), row, run) for run in row.spoken)
    return [(look.points, look.is_bold) for look in found]

"""Headings and lists that were only typed become real ones; no word is lost."""

import re

import pytest

from accessibility.documents.base import Refused
from accessibility.documents.mends import Wish, apply
from accessibility.documents.mends.marks import series_of
from accessibility.documents.mends.outline import Row, outline
from tests.accessibility.documents import makers as make
from tests.accessibility.documents.mends.harness import changed_parts, part_of, press, worded
from tests.accessibility.documents.office import makers as office

BODY = "We collect your bins each week on the same day, and we tell you when that changes."
WEIGHT = '<style:text-properties fo:font-weight="bold"/>'
BOLD = f'<style:style style:name="B" style:family="paragraph">{WEIGHT}</style:style>'


def letters(data: bytes) -> str:
    """Return all words without blanks and marks of lists."""
    return re.sub(r"[\s•]+", "", "".join(re.sub(r"^\s*(?:[-•]|\(?\w{1,2}[.)])\s*", "", row) for row in worded(data)))


def line(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>' if style else f"<text:p>{text}</text:p>"


def headed(*more: str) -> bytes:
    start = (make.paragraph("Bins", style="Heading1"), make.paragraph(BODY))
    return make.docx(*start, *more, make.paragraph("Which day", bold=True), make.paragraph(BODY))


def test_bold_line_of_word_becomes_a_heading_below_the_one_above():
    data = headed()
    mended = press(data, Wish("headings", "WM-DOCX-FAKE-HEADING"))
    assert worded(mended.data) == worded(data)
    assert changed_parts(data, mended.data) == {"word/document.xml", "word/styles.xml"}
    assert b'<w:pStyle w:val="Heading2"/>' in part_of(mended.data, "word/document.xml")
    assert mended.changes[0].parameters == {"words": "Which day", "level": "2"}


def test_text_without_any_heading_begins_with_the_first_level():
    rows = [make.paragraph("Which day", bold=True), make.paragraph(BODY)] * 2
    mended = press(make.docx(*rows), Wish("headings", "WM-DOCX-FAKE-HEADING"))
    assert part_of(mended.data, "word/document.xml").count(b'<w:pStyle w:val="Heading1"/>') == 2


def test_bold_line_of_opendocument_becomes_a_heading():
    data = office.odf(line("Which day", "B") + line(BODY), automatic=BOLD)
    mended = press(data, Wish("headings", "WM-ODF-FAKE-HEADING"))
    assert worded(mended.data) == worded(data)
    assert b'<text:h text:style-name="B" text:outline-level="1">Which day</text:h>' in part_of(
        mended.data, "content.xml"
    )


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ([(0, 14), (0, 12), (0, 12), (0, 14)], [1, 2, 2, 1]),
        ([(1, 16), (0, 12), (2, 14), (0, 12)], [1, 2, 2, 3]),
        ([(1, 16), (0, 12), (3, 11)], [1, 2, 3]),
        ([(0, 8), (2, 14)], [1, 2]),
        ([(1, 12), (0, 12), (0, 20)], [1, 2, 2]),
    ],
)
def test_levels_follow_size_and_leave_none_out(rows, levels):
    assert outline([Row(level, size) for level, size in rows]) == levels


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (("- Green", "- Blue", "- Brown"), b'<w:lvlText w:val="&#8226;"/>|<w:lvlText w:val="\xe2\x80\xa2"/>'),
        (("1. Green", "2. Blue"), b'<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'),
        (
            ("(b) Green", "(c) Blue"),
            b'<w:start w:val="2"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="\\(%1\\)"/>',
        ),
    ],
)
def test_typed_lists_of_word(lines, mark):
    data = headed(*map(make.paragraph, lines))
    mended = press(data, Wish("lists", "WM-DOCX-FAKE-LIST"))
    assert letters(mended.data) == letters(data)
    assert re.search(mark, part_of(mended.data, "word/numbering.xml"))
    assert b"numbering+xml" in part_of(mended.data, "[Content_Types].xml")


@pytest.mark.parametrize(
    ("lines", "rule", "mark"),
    [
        (("• Green", "• Blue"), "WM-ODF-FAKE-BULLETS", b"text:list-level-style-bullet"),
        (("1) Green", "2) Blue", "3) Brown"), "WM-ODF-FAKE-LIST", b'style:num-suffix=")"'),
        (("<text:span>1.<text:tab/></text:span>Green", "2. Blue"), "WM-ODF-FAKE-LIST", b'style:num-format="1"'),
    ],
)
def test_typed_lists_of_opendocument(lines, rule, mark):
    data = office.odf(line(BODY) + "".join(map(line, lines)))
    mended = press(data, Wish("lists", rule))
    assert letters(mended.data) == letters(data)
    assert mark in part_of(mended.data, "content.xml")
    assert part_of(mended.data, "content.xml").count(b"<text:list-item>") == len(lines)


@pytest.mark.parametrize(
    "lines", [("1. One", "3. Three", "7. Seven"), ("- One", "1. Two"), ("a. One", "B. Two"), ("One",)]
)
def test_no_list_would_show_what_was_typed(lines):
    assert series_of(lines) is None


def test_numbers_that_do_not_count_stay_as_typed():
    data = headed(make.paragraph("1. Green"), make.paragraph("4. Blue"))
    with pytest.raises(Refused, match="no_mend"):
        apply(data, Wish("lists", "WM-DOCX-FAKE-LIST"))

"""Odd packages and numbers: an answer, never a crash."""

import sys

import pytest

from accessibility.documents.base import Profile
from accessibility.documents.examine import examine
from tests.accessibility.documents import makers as word
from tests.accessibility.documents.office import makers as make
from tests.accessibility.documents.office.test_opendocument import BODY, heading, odt, table
from tests.accessibility.documents.office.test_word import GRID, replaced, run

JUNK = ("", "-1", "99999999999999999999", "9" * 5_000, "NaN", "1e999", "²", "١", "#zzz", "%")
WORD = word.docx(
    run("Bins", '<w:sz w:val="JUNK"/><w:color w:val="JUNK"/><w:shd w:fill="JUNK"/><w:lang w:val="JUNK"/>'),
    '<w:p><w:pPr><w:outlineLvl w:val="JUNK"/><w:numPr><w:numId w:val="JUNK"/></w:numPr></w:pPr><w:r>'
    "<w:t>Days</w:t></w:r></w:p>",
    '<w:tbl><w:tblPr><w:tblLook w:val="JUNK"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="JUNK"/>'
    "</w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
)
SHEET = make.xlsx(
    '<row r="JUNK"><c r="JUNK" t="s" s="JUNK"><v>JUNK</v></c></row>',
    styles=(
        '<fonts><font><sz val="JUNK"/><color theme="JUNK" tint="JUNK"/></font></fonts><cellXfs><xf '
        'fontId="JUNK"/></cellXfs>'
    ),
)
SLIDES = make.pptx(
    make.slide(
        '<p:sp><p:spPr><a:xfrm><a:off x="JUNK" y="0"/></a:xfrm></p:spPr><p:txBody><a:p><a:pPr lvl="JUNK"/><a:r>'
        '<a:rPr sz="JUNK" b="JUNK"><a:solidFill><a:srgbClr val="JUNK"><a:lumMod val="JUNK"/></a:srgbClr>'
        "</a:solidFill></a:rPr>"
        "<a:t>Bins</a:t></a:r></a:p></p:txBody></p:sp>"
    )
)
TEXT = odt(
    heading(1).replace('level="1"', 'level="JUNK"'),
    '<text:p text:style-name="T">Bins<text:s text:c="JUNK"/>days</text:p>',
    table(*GRID, cell=' table:number-columns-repeated="JUNK" table:number-rows-spanned="JUNK"'),
    automatic='<style:style style:name="T" style:family="paragraph" style:parent-style-name="T"><style:text-properties '
    'fo:font-size="JUNKpt" fo:color="JUNK" style:text-position="JUNK%"/></style:style>',
)


def filled(data: bytes, junk: str) -> bytes:
    """Return the file with junk in all its parts."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as archive:
        return word.pack({name: archive.read(name).replace(b"JUNK", junk.encode()) for name in archive.namelist()})


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
@pytest.mark.parametrize("data", [WORD, SHEET, SLIDES, TEXT], ids=["word", "sheet", "slides", "text"])
def test_numbers_that_are_none(data, junk):
    assert examine(filled(data, junk), Profile.WCAG).error == ""


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/settings.xml", "docProps/core.xml", "word/_rels/document.xml.rels"]
)
def test_word_without_a_part(part):
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(word.good_docx())) as archive:
        rest = {name: archive.read(name) for name in archive.namelist() if name != part}
    assert examine(word.pack(rest), Profile.WCAG).error == ""


def test_styles_based_on_each_other_in_a_circle():
    styles = (
        f'<w:styles xmlns:w="{word.W}"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    assert (
        examine(replaced(word.docx(word.paragraph("Bins", style="A")), "word/styles.xml", styles), Profile.WCAG).error
        == ""
    )


def test_document_type_in_utf_16_is_refused():
    part = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")
    data = word.pack({"[Content_Types].xml": "<Types/>", "word/document.xml": part})
    assert examine(data, Profile.WCAG).error in ("entities", "damaged")


@pytest.mark.parametrize(
    "file", [lambda rows: odt(BODY, table(*rows)), lambda rows: make.xlsx(make.cells(*rows))], ids=["odt", "xlsx"]
)
def test_twice_as_many_rows_are_twice_the_work(file):
    rows = [(f"{n * 7919:x}", f"{n * 104729:x}") for n in range(2_000)]
    few, many = calls_of(file(rows[:1_000])), calls_of(file(rows))
    assert many < 2.5 * few


def calls_of(data: bytes) -> int:
    """Return how many functions are called to examine a file, which has nothing that breaks it."""
    called = 0

    def count(_frame: object, event: str, _about: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        assert examine(data, Profile.WCAG).error == ""
    finally:
        sys.setprofile(None)
    return called

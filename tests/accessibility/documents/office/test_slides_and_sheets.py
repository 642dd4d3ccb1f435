"""PowerPoint and Excel: each row of the design's tables, and the near misses that are fine."""

import pytest

from accessibility.documents.base import Severity
from accessibility.documents.ooxml.xlsx.formats import is_red_alone
from tests.accessibility.documents.office import makers as make
from tests.accessibility.documents.office.test_word import found

TEXT = make.shape("We collect your bins each week.", top=2000)
LINK = '<a:hlinkClick r:id="rId9"/>'
PALE = '<a:solidFill><a:srgbClr val="CCCCCC"/></a:solidFill>'
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
NAVY = '<a:solidFill><a:srgbClr val="000060"/></a:solidFill>'
STYLES = (
    '<fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFDDDDDD"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill></fills>'
    '<cellXfs><xf fontId="0" fillId="0" numFmtId="0"/><xf fontId="1" fillId="0" numFmtId="0"/>'
    '<xf fontId="0" fillId="0" numFmtId="164"/></cellXfs>'
)
RED = '<numFmts><numFmt numFmtId="164" formatCode="0;[Red]0"/></numFmts>' + STYLES
NUMBERS = make.DATA + '<row r="3"><c r="A3" s="2"><v>-5</v></c></row>'
LINKED = '<hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>'
UNTABLED = (
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" displayName="Bins" headerRowCount="0"/>'
)

FAULTS = {
    "WM-OFFICE-TITLE-POOR": make.pptx(make.slide(TEXT), title="PowerPoint Presentation"),
    "WM-PPTX-SLIDE-TITLE": make.pptx(make.slide(TEXT, title="")),
    "WM-PPTX-SLIDE-TITLE-SAME": make.pptx(make.slide(TEXT), make.slide(TEXT)),
    "WM-OFFICE-ALT": make.pptx(make.slide(TEXT, make.slide_picture())),
    "WM-OFFICE-ALT-POOR": make.pptx(make.slide(TEXT, make.slide_picture("Picture 4"))),
    "WM-PPTX-ORDER": make.pptx(make.slide(make.shape("Last", top=3000), make.shape("Bins", kind="title"), title="")),
    "WM-PPTX-TABLE-HEADER": make.pptx(make.slide(make.slide_table(header=False))),
    "WM-OFFICE-MERGED-CELLS": make.pptx(make.slide(make.slide_table(cell=' gridSpan="2"'))),
    "WM-OFFICE-LINK-TEXT": make.pptx(make.slide(make.shape("click here", top=2000, run=LINK))),
    "WM-OFFICE-CONTRAST": make.pptx(make.slide(make.shape("Pale", top=2000, run=PALE))),
    "WM-PPTX-MEDIA-ASK": make.pptx(make.slide(TEXT), links=("!rId8 video film.mp4",)),
    "WM-PPTX-ADVANCE": make.pptx(make.slide(TEXT, more='<p:transition advTm="3000"/>')),
    "WM-OFFICE-LANGUAGE": make.pptx(make.slide(TEXT).replace(' lang="en-GB"', "")),
    "WM-OFFICE-TITLE": make.xlsx(title="", name="Sheet1"),
    "WM-XLSX-SHEET-NAME": make.xlsx(name="Tabelle1"),
    "WM-XLSX-SHEET-EMPTY": make.xlsx(more='<sheet name="Notes" sheetId="2" r:id="rId3"/>'),
    "WM-XLSX-HEADER": make.xlsx(before=""),
    "WM-XLSX-HIDDEN-ASK": make.xlsx(before=make.FROZEN + '<cols><col min="1" max="1" hidden="1"/></cols>'),
    "WM-XLSX-RED-NEGATIVE": make.xlsx(NUMBERS, styles=RED),
}
FINE = {
    "slides": make.pptx(make.slide(TEXT, make.slide_table()), make.slide(TEXT, title="Contact")),
    "described": make.pptx(make.slide(TEXT, make.slide_picture("A green bin"))),
    "white on navy": make.pptx(make.slide(make.shape("Loud", top=2000, run=WHITE, fill=NAVY))),
    "white on what is not known": make.pptx(
        make.slide(make.shape("Loud", top=2000, run=WHITE, fill="<a:gradFill><a:gsLst/></a:gradFill>"))
    ),
    "sheet": make.xlsx(),
    "printed titles": make.xlsx(
        before="", more='</sheets><definedNames><definedName name="_xlnm.Print_Titles">\'Bin days\'!$1:$1</definedName>'
        "</definedNames><sheets>"
    ),
}  # fmt: skip
SHEETS = {
    "WM-OFFICE-MERGED-CELLS": make.xlsx(after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    "WM-OFFICE-LINK-TEXT": make.xlsx(make.cells(("Day", "More"), ("Monday", "click here")), after=LINKED),
    "WM-OFFICE-CONTRAST": make.xlsx(make.cells(("Day", "Bin"), ("Monday", "Green"), style=1), styles=STYLES),
}


@pytest.mark.parametrize("rule", FAULTS)
def test_fault_is_found(rule):
    assert rule in found(FAULTS[rule])


@pytest.mark.parametrize("rule", SHEETS)
def test_fault_of_a_sheet_is_found(rule):
    assert rule in found(SHEETS[rule])


@pytest.mark.parametrize("name", FINE)
def test_near_miss_is_fine(name):
    assert {
        rule for rule, severity in found(FINE[name]).items() if severity in (Severity.BLOCK, Severity.WARN)
    } == set()


@pytest.mark.parametrize("rule", [*FAULTS, *SHEETS])
def test_one_fault_blocks_by_itself_or_not_at_all(rule):
    blocking = {name for name, severity in found({**FAULTS, **SHEETS}[rule]).items() if severity is Severity.BLOCK}
    assert blocking <= {rule}


def test_name_of_the_first_sheet_and_title_of_the_first_slide_name_the_file():
    assert found(make.xlsx(title=""))["WM-OFFICE-TITLE"] is Severity.WARN
    assert found(make.pptx(make.slide(TEXT), title=""))["WM-OFFICE-TITLE"] is Severity.WARN
    assert found(make.pptx(make.slide(TEXT, title="Slide 1"), title=""))["WM-OFFICE-TITLE"] is Severity.BLOCK


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("0;[Red]0", True), ("0;[Red]-0", False), ("0;[Red](0)", False), ('0;[Red]"minus "0', True), ("0;-0", False),
        ("General", False), ("#,##0.00;[Rot]#,##0.00", True),
    ],
)  # fmt: skip
def test_red_alone(code, expected):
    assert is_red_alone(code) is expected

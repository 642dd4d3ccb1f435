"""Header rows of tables, one table a press."""

from io import BytesIO

import pikepdf
import pytest

from accessibility.documents.base import Refused
from accessibility.documents.mends import Wish, apply
from tests.accessibility.documents import makers as make
from tests.accessibility.documents.mends.harness import changed_parts, part_of, press
from tests.accessibility.documents.office import makers as office
from tests.accessibility.documents.pdf.builder import Builder, Part, p, row

START = (make.paragraph("Bin days", style="Heading1"), make.paragraph("We collect your bins each week."))
CELL = "<table:table-cell><text:p>Day</text:p></table:table-cell>"
ROW = f"<table:table-row>{CELL}{CELL}</table:table-row>"
TABLE = '<table:table table:name="Days"><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>'


def lines(*rows: str) -> bytes:
    return office.odf("<text:p>Days</text:p>" + TABLE.replace("{rows}", "".join(rows)))


CASES = [
    (make.docx(*START, make.table(header=False)), "WM-DOCX-TABLE-HEADER", "word/document.xml", b"<w:tblHeader/>"),
    (
        office.pptx(office.slide(office.slide_table(header=False))),
        "WM-PPTX-TABLE-HEADER",
        "ppt/slides/slide1.xml",
        b'<a:tblPr firstRow="1"/>',
    ),
    (office.xlsx(before=""), "WM-XLSX-HEADER", "xl/worksheets/sheet1.xml", b'ySplit="1"'),
    (
        office.xlsx(office.cells(("Bins of 2026",), ("Day", "Bin"), ("Monday", "Green")), before=""),
        "WM-XLSX-HEADER",
        "xl/worksheets/sheet1.xml",
        b'ySplit="2" topLeftCell="A3"',
    ),
    (lines(ROW, ROW), "WM-ODF-TABLE-HEADER", "content.xml", f"<table:table-header-rows>{ROW}</table".encode()),
    (
        lines(f"<table:table-rows>{ROW}{ROW}</table:table-rows>"),
        "WM-ODF-TABLE-HEADER",
        "content.xml",
        f"<table:table-header-rows>{ROW}</table:table-header-rows><table:table-rows>{ROW}<".encode(),
    ),
    (
        office.odf(TABLE.replace("{rows}", ROW * 2), kind="spreadsheet"),
        "WM-ODS-HEADER",
        "content.xml",
        b"<table:table-header-rows>",
    ),
]


@pytest.mark.parametrize(("data", "rule", "part", "mark"), CASES)
def test_first_row_becomes_the_header(data, rule, part, mark):
    mended = press(data, Wish("table-header", rule))
    assert changed_parts(data, mended.data) == {part}
    assert mark in part_of(mended.data, part)


def test_second_of_two_tables():
    data = make.docx(*START, make.table(header=False), make.paragraph("And:"), make.table(header=False))
    mended = press(data, Wish("table-header", "WM-DOCX-TABLE-HEADER", 1), left=1)
    after = part_of(mended.data, "word/document.xml")
    assert after.index(b"And:") < after.index(b"<w:tblHeader/>")


def test_header_cells_of_a_pdf():
    cells = [row(Part("TD", text), Part("TD", text)) for text in ("Day", "Monday")]
    mended = press(
        Builder(p("Bin days in Oxford."), Part("Table", kids=tuple(cells))).save(),
        Wish("table-header", "WM-PDF-TABLE-HEADER"),
    )
    with pikepdf.open(BytesIO(mended.data)) as file:
        tags = [row for row in file.objects if isinstance(row, pikepdf.Dictionary) and row.get("/S") == "/TH"]
        assert [str(tag.A.Scope) for tag in tags] == ["/Column", "/Column"]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (lines(ROW.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="2">'), ROW), "ODF-TABLE"),
        (lines(f"<table:table-row-group>{ROW}{ROW}</table:table-row-group>"), "ODF-TABLE"),
    ],
)
def test_tables_that_are_too_odd_stay(data, rule):
    with pytest.raises(Refused, match="no_mend"):
        apply(data, Wish("table-header", f"WM-{rule}-HEADER"))

"""Tables in Word files: WCAG 1.3.1."""

from tools.bench_documents.made.docx import paragraph, table
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import append, elements, tag
from tools.bench_documents.package import Package

ROWS = (("Street", "Day", "Bin"), ("Mill Lane", "Monday", "Green"), ("High Street", "Friday", "Brown"))


@injects("docx", "WM-DOCX-TABLE-HEADER")
def header_row_unmarked(package: Package) -> bool:
    """The mark of every header row."""
    marks = elements(package, "tblHeader")
    for mark in marks:
        mark.getparent().remove(mark)
    for look in elements(package, "tblLook"):
        look.attrib.pop(tag("firstRow"), None)
    return bool(marks)


@injects("docx", "WM-DOCX-TABLE-HEADER")
def table_without_header(package: Package) -> bool:
    """A table of data added without a header row."""
    return append(package, table(ROWS, header=False))


@injects("docx", "WM-OFFICE-MERGED-CELLS")
def cells_merged_across(package: Package) -> bool:
    """A cell that spans two columns."""
    row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph("All streets")}</w:tc></w:tr></w:tbl>'
    return append(package, table(ROWS).replace("</w:tbl>", row))


@injects("docx", "WM-OFFICE-MERGED-CELLS")
def cells_merged_down(package: Package) -> bool:
    """A cell that spans two rows."""
    first, second = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
    rows = [
        f"<w:tr><w:tc>{mark}{paragraph(words)}</w:tc><w:tc>{paragraph('Monday')}</w:tc></w:tr>"
        for mark, words in ((first, "Mill Lane"), (second, ""))
    ]
    return append(package, table((("Street", "Day"),)).replace("</w:tbl>", "".join(rows) + "</w:tbl>"))


@injects("docx", "WM-DOCX-TABLE-NESTED")
def table_inside_a_table(package: Package) -> bool:
    """A table in a cell."""
    inner = table(ROWS[:2])
    cell = f"<w:tr><w:tc>{inner}</w:tc><w:tc>{paragraph('Ask us')}</w:tc><w:tc>{paragraph('Now')}</w:tc></w:tr></w:tbl>"
    outer = table(ROWS)
    place = outer.rindex("</w:tbl>")
    return append(package, outer[:place] + cell + outer[place + len("</w:tbl>") :])


@injects("docx", "WM-DOCX-TABLE-BLANK")
def blank_row_as_space(package: Package) -> bool:
    """A row without words between rows of data."""
    return append(package, table((*ROWS[:2], ("", "", ""), ROWS[2])))


@injects("docx", "WM-DOCX-TABLE-BLANK")
def blank_column_as_space(package: Package) -> bool:
    """A column without words."""
    return append(package, table(tuple((first, "", second) for first, second, _ in ROWS)))

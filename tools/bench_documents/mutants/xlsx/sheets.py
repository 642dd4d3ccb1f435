"""Workbook and sheets: titles, names, headers, hidden parts. WCAG 1.3.1, 1.3.2, 2.4.2, 2.4.6."""

from tools.bench_documents.made.xlsx import SPACES
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.ooxml import parse, relate, set_title
from tools.bench_documents.mutants.xlsx.common import BOOK, SHEET, into_sheet, rows, s
from tools.bench_documents.package import Package


@injects("xlsx", "WM-OFFICE-TITLE")
def title_emptied(package: Package) -> bool:
    """No title at all."""
    return set_title(package, "")


@injects("xlsx", "WM-OFFICE-TITLE-POOR")
def title_is_a_file_name(package: Package) -> bool:
    """A file's name."""
    return set_title(package, "budget_v3_FINAL.xlsx")


@injects("xlsx", "WM-OFFICE-TITLE-VAGUE", "WM-OFFICE-TITLE-POOR")
def title_says_nothing(package: Package) -> bool:
    """A word that fits every workbook."""
    return set_title(package, "Spreadsheet")


@injects("xlsx", "WM-XLSX-SHEET-NAME")
def sheet_not_named(package: Package) -> bool:
    """The name that Excel gives a new sheet."""
    for sheet in package.xml(BOOK).iter(s("sheet")):
        sheet.set("name", "Sheet1")
        return True
    return False


@injects("xlsx", "WM-XLSX-SHEET-EMPTY")
def sheet_left_empty(package: Package) -> bool:
    """A further sheet without cells."""
    package.put("xl/worksheets/mutant.xml", f"<worksheet {SPACES}><sheetData/></worksheet>")
    identity = relate(package, BOOK, "worksheet", "worksheets/mutant.xml")
    more = parse(f'<sheet name="Notes of May" sheetId="99" r:id="{identity}"/>', SPACES)
    package.xml(BOOK).find(s("sheets")).extend(more)
    return True


@injects("xlsx", "WM-XLSX-HEADER")
def header_row_not_marked(package: Package) -> bool:
    """Neither a table nor a frozen row nor a row that prints on each page, in any sheet."""
    for name in [part for part in package.parts if part.startswith("xl/worksheets/sheet")]:
        for pane in list(package.xml(name).iter(s("pane"))):
            pane.getparent().remove(pane)
        for parts in package.xml(name).findall(s("tableParts")):
            package.xml(name).remove(parts)
    for names in package.xml(BOOK).findall(s("definedNames")):
        package.xml(BOOK).remove(names)
    return len(rows(package)) > 1


@injects("xlsx", "WM-XLSX-HIDDEN-ASK")
def row_hidden(package: Package) -> bool:
    """A row that is not shown."""
    for row in rows(package)[-1:]:
        row.set("hidden", "1")
        return True
    return False


@injects("xlsx", "WM-XLSX-HIDDEN-ASK")
def column_hidden(package: Package) -> bool:
    """A column that is not shown."""
    return into_sheet(package, '<cols><col min="2" max="2" width="9" hidden="1"/></cols>')


@injects("xlsx", "WM-XLSX-HIDDEN-ASK")
def sheet_hidden(package: Package) -> bool:
    """A sheet that is not shown."""
    sheets = list(package.xml(BOOK).iter(s("sheet")))
    for sheet in sheets[1:]:
        sheet.set("state", "hidden")
    return len(sheets) > 1


@injects("xlsx", "WM-OFFICE-MERGED-CELLS")
def cells_merged(package: Package) -> bool:
    """Two cells made into one."""
    return package.has(SHEET) and into_sheet(package, '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>')

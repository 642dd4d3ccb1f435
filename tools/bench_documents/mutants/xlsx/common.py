"""Where in a workbook a fault goes: its first worksheet."""

from typing import Any

from tools.bench_documents.made.xlsx import SPACES, S
from tools.bench_documents.mutants.ooxml import parse, relate
from tools.bench_documents.package import Package

BOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
#: The order of a worksheet's parts that faults add to, by the schema CT_Worksheet.
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter",
    "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "drawing", "legacyDrawing", "tableParts",
)  # fmt: skip


def s(name: str) -> str:
    """Return ``c`` in Clark notation."""
    return f"{{{S}}}{name}"


def rows(package: Package) -> list[Any]:
    """Return the rows of the first sheet, or none."""
    data = package.xml(SHEET).find(s("sheetData")) if package.has(SHEET) else None
    return [] if data is None else list(data)


def into_sheet(package: Package, xml: str) -> bool:
    """Put a part of a worksheet where the schema wants it; an older one of that name goes."""
    if not rows(package):
        return False
    root, new = package.xml(SHEET), parse(xml, SPACES)[0]
    name = new.tag.partition("}")[2]
    for old in root.findall(new.tag):
        root.remove(old)
    later = ORDER[ORDER.index(name) + 1 :]
    after = next((child for child in root if child.tag.partition("}")[2] in later), None)
    root.insert(len(root) if after is None else root.index(after), new)
    return True


def append_rows(package: Package, table: tuple[tuple[str, ...], ...], style: int = 0) -> bool:
    """Put rows of text below the first sheet's data."""
    from tools.bench_documents.made.xlsx import rows as written

    found = rows(package)
    if not found:
        return False
    last = max(int(row.get("r", "1")) for row in found)
    package.xml(SHEET).find(s("sheetData")).extend(parse(written(table, style, last + 1), SPACES))
    return True


def hyperlink(package: Package, words: str) -> bool:
    """Append a cell whose words are a link."""
    if not append_rows(package, ((words,),)):
        return False
    identity = relate(package, SHEET, "hyperlink", "https://www.oxford.example/a/b", outside=True)
    cell = rows(package)[-1][0].get("r")
    return into_sheet(package, f'<hyperlinks><hyperlink ref="{cell}" r:id="{identity}"/></hyperlinks>')

"""Clean workbooks (SpreadsheetML, ECMA-376 part 1): a named sheet a table, its first row frozen and a real table."""

from tools.bench_documents.made.ooxml import DRAWING, OFFICE, begin, relations
from tools.bench_documents.made.stories import EVERY, Section, Story
from tools.bench_documents.package import Package, image

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SPACES = f'xmlns="{S}" xmlns:r="{OFFICE}"'
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
FROZEN = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>'
    "</sheetView></sheetViews>"
)


def clean() -> list[bytes]:
    """Return each story's tables as a workbook, from Excel and from LibreOffice."""
    return [_write(story, program).pack() for story in EVERY for program in ("Microsoft Excel", "LibreOffice/25.2")]


def _write(story: Story, program: str) -> Package:
    """Return one workbook; the first sheet has a picture."""
    sections = [section for section in story.sections if section.table]
    numbers = range(1, len(sections) + 1)
    types = {f"xl/worksheets/sheet{number}.xml": "spreadsheetml.worksheet" for number in numbers}
    types |= {"xl/drawings/drawing1.xml": "drawing", "xl/styles.xml": "spreadsheetml.styles"}
    package = begin("xl/workbook.xml", story.title, program, {"xl/workbook.xml": "spreadsheetml.sheet.main"} | types)
    listed = "".join(
        f'<sheet name="{section.heading}" sheetId="{number}" r:id="rId{number}"/>'
        for number, section in zip(numbers, sections, strict=True)
    )
    package.put("xl/workbook.xml", f"<workbook {SPACES}><sheets>{listed}</sheets></workbook>")
    rows = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    package.put("xl/_rels/workbook.xml.rels", relations(*rows, ("rId90", "styles", "styles.xml")))
    for number, section in zip(numbers, sections, strict=True):
        package.put(f"xl/worksheets/sheet{number}.xml", _sheet(section, drawn=number == 1))
    _drawing(package, story.picture)
    package.put("xl/styles.xml", _STYLES)
    return package


def _sheet(section: Section, *, drawn: bool) -> str:
    """Return a worksheet of a section's table."""
    drawing = '<drawing r:id="rId1"/>' if drawn else ""
    return f"<worksheet {SPACES}>{FROZEN}<sheetData>{rows(section.table)}</sheetData>{drawing}</worksheet>"


def rows(table: tuple[tuple[str, ...], ...], style: int = 0, first: int = 1) -> str:
    """Return rows of text cells with one style, from row ``first``."""
    return "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + column)}{number}" s="{style}" t="inlineStr"><is><t>{words}</t></is></c>'
            for column, words in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(table, first)
    )


def _drawing(package: Package, words: str) -> None:
    """Put a picture with words onto the first sheet."""
    package.put("xl/worksheets/_rels/sheet1.xml.rels", relations(("rId1", "drawing", "../drawings/drawing1.xml"),
                ("rId2", "hyperlink", "https://www.oxford.example/next")))  # fmt: skip
    package.put(
        "xl/drawings/drawing1.xml",
        f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">{picture(words)}</xdr:wsDr>',
    )
    package.put("xl/drawings/_rels/drawing1.xml.rels", relations(("rId1", "image", "../media/image1.png")))
    package.put("xl/media/image1.png", image())


def picture(words: str) -> str:
    """Return an anchored picture."""
    alt = f' descr="{words}"' if words else ""
    return (
        "<xdr:oneCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row>"
        '<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="900000" cy="900000"/><xdr:pic><xdr:nvPicPr>'
        f'<xdr:cNvPr id="2" name="Picture 1"{alt}/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/>'
        "</xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>"
    )


_STYLES = (
    f'<styleSheet xmlns="{S}"><fonts count="1">'
    '<font><sz val="11"/><color rgb="FF000000"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0"/></cellXfs></styleSheet>'
)

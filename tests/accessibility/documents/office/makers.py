"""Slides, workbooks and OpenDocument files from raw XML. Each is clean until a keyword breaks one thing."""

from tests.accessibility.documents.makers import OFFICE, REL, pack

CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:coreProperties>'
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}"'
)
S = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"'
ODF_SPACES = " ".join(
    [
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for name, long in {
            "office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta", "draw": "drawing",
            "svg": "svg-compatible", "fo": "xsl-fo-compatible", "presentation": "presentation",
        }.items()
    ]
    + [
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)  # fmt: skip
STANDARD = '<style:text-properties fo:language="en" fo:country="GB"/>'


def relations(*rows: str) -> str:
    """Return a relationships part; a row is ``id kind target``, with a leading ``!`` for a target outside."""
    found = ""
    for row in rows:
        identity, kind, target = row.lstrip("!").split(" ")
        mode = ' TargetMode="External"' if row.startswith("!") else ""
        found += f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{REL}">{found}</Relationships>'


def shape(text: str, *, kind: str = "", top: int = 0, run: str = "", fill: str = "") -> str:
    """Return a shape with words; ``top`` is where it stands, in thousands of units."""
    mark = f'<p:ph type="{kind}"/>' if kind else ""
    place = f'<a:xfrm><a:off x="0" y="{top * 1000}"/><a:ext cx="9000000" cy="900000"/></a:xfrm>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="Shape"/><p:cNvSpPr/><p:nvPr>{mark}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{place}{fill}</p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB">{run}</a:rPr>'
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def slide(*shapes: str, title: str = "Bin days", more: str = "") -> str:
    """Return a slide with a title above other shapes."""
    named = shape(title, kind="title") if title else ""
    return f"<p:sld {P}><p:cSld><p:spTree>{named}{''.join(shapes)}</p:spTree></p:cSld>{more}</p:sld>"


def slide_table(*, header: bool = True, cell: str = "") -> str:
    """Return a table on a slide."""
    first = ' firstRow="1"' if header else ""
    row = "<a:tr>" + f"<a:tc{cell}><a:txBody><a:p><a:r><a:t>Day</a:t></a:r></a:p></a:txBody></a:tc>" * 2 + "</a:tr>"
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Table"/></p:nvGraphicFramePr><a:graphic>'
        f'<a:graphicData><a:tbl><a:tblPr{first}/><a:tblGrid><a:gridCol w="1"/><a:gridCol w="1"/></a:tblGrid>{row * 2}'
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def slide_picture(words: str = "") -> str:
    """Return a picture on a slide."""
    return f'<p:pic><p:nvPicPr><p:cNvPr id="5" name="Picture 4" descr="{words}"/></p:nvPicPr></p:pic>'


def pptx(*slides: str, title: str = "Bins in Oxford", links: tuple[str, ...] = ()) -> bytes:
    """Return a presentation. ``links``: more relationships of each slide."""
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in numbers)
    content = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations("rId1 officeDocument ppt/presentation.xml"),
        "docProps/core.xml": CORE.replace("{title}", title),
        "ppt/presentation.xml": f"<p:presentation {P}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(*(f"rId{n} slide slides/slide{n}.xml" for n in numbers)),
    }
    for number, xml in zip(numbers, slides, strict=True):
        content[f"ppt/slides/slide{number}.xml"] = xml
        content[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(*links)
    return pack(content)


def cells(*rows: tuple[str, ...], style: int = 0) -> str:
    """Return rows of text cells."""
    found = ""
    for number, row in enumerate(rows, 1):
        line = "".join(
            f'<c r="{chr(65 + column)}{number}" t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'
            for column, text in enumerate(row)
        )
        found += f'<row r="{number}">{line}</row>'
    return found


FROZEN = '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews>'
DATA = cells(("Day", "Bin"), ("Monday", "Green"))


def xlsx(
    data: str = DATA, *, title: str = "Bins in Oxford", name: str = "Bin days", before: str = FROZEN, after: str = "",
    styles: str = "", more: str = "", sheet_rows: tuple[str, ...] = (),
) -> bytes:  # fmt: skip
    """Return a workbook with one sheet. ``more``: further sheets in the list; ``styles``: the styles part."""
    return pack({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations("rId1 officeDocument xl/workbook.xml"),
        "docProps/core.xml": CORE.replace("{title}", title),
        "xl/workbook.xml": f'<workbook {S}><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/>'
        f'{more}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            "rId1 worksheet worksheets/sheet1.xml", "rId2 styles styles.xml", "rId3 worksheet worksheets/sheet2.xml"
        ),
        "xl/worksheets/sheet1.xml": f"<worksheet {S}>{before}<sheetData>{data}</sheetData>{after}</worksheet>",
        "xl/worksheets/_rels/sheet1.xml.rels": relations(*sheet_rows),
        "xl/worksheets/sheet2.xml": f"<worksheet {S}><sheetData/></worksheet>",
        "xl/styles.xml": f"<styleSheet {S}>{styles}</styleSheet>",
    })  # fmt: skip


def odf(
    body: str, *, kind: str = "text", title: str = "Bins in Oxford", standard: str = STANDARD, styles: str = "",
    automatic: str = "", pages: str = "",
) -> bytes:  # fmt: skip
    """Return an OpenDocument file. ``styles`` are named ones, ``automatic`` those of the content, ``pages`` layouts."""
    return pack({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "meta.xml": f"<office:document-meta {ODF_SPACES}><office:meta><dc:title>{title}</dc:title></office:meta>"
        "</office:document-meta>",
        "styles.xml": f'<office:document-styles {ODF_SPACES}><office:styles><style:default-style '
        'style:family="paragraph">'
        f"{standard}</style:default-style>{styles}</office:styles>{pages}</office:document-styles>",
        "content.xml": f"<office:document-content {ODF_SPACES}><office:automatic-styles>"
        f"{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
    })  # fmt: skip

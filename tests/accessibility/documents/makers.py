"""Small real files, made from raw XML or with pikepdf. Each keyword breaks or mends one thing."""

import zipfile
from io import BytesIO

import pikepdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = (
    '<w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:r><w:drawing><wp:inline>'
    '<wp:docPr id="1" name="Picture 1"{attributes}>{extra}</wp:docPr><a:graphic><a:graphicData><pic:pic/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def paragraph(text: str, *, style: str = "", bold: bool = False) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{properties}<w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def table(*, header: bool) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    cells = "<w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc>" * 2
    return f"<w:tbl><w:tr>{mark}{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"


def picture(alt: str = "", *, decorative: bool = False) -> str:
    attributes = f' descr="{alt}"' if alt else ""
    return PICTURE.replace("{attributes}", attributes).replace("{extra}", DECORATIVE if decorative else "")


def link(text: str) -> str:
    return f'<w:p><w:hyperlink r:id="rIdLink"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def docx(
    *body: str, title: str = "Bin days in Oxford", language: str = "en-GB", settings: str = "", **parts: bytes
) -> bytes:
    """Return a Word file. ``parts``: more parts, with ``__`` for a slash and the last ``_`` for a dot."""
    lang = f'<w:lang w:val="{language}"/>' if language else ""
    content = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{REL}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "docProps/core.xml": "<c:coreProperties "
        'xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:coreProperties>',
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Microsoft Office Word</Application><Pages>1</Pages></Properties>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{REL}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/settings" Target="settings.xml"/>'
        f'<Relationship Id="rIdLink" Type="{OFFICE}/hyperlink" Target="https://example.org/" '
        'TargetMode="External"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{lang}</w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl '
        'w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl '
        'w:val="2"/></w:pPr></w:style>'
        "</w:styles>",
        "word/settings.xml": f'<w:settings xmlns:w="{W}">{settings}</w:settings>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{"".join(body)}</w:body>'
        "</w:document>",
        **{name.replace("__", "/").replace("_", "."): data for name, data in parts.items()},
    }
    return pack(content)


def pack(content: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def good_docx(text: str = "We collect your bins each week.") -> bytes:
    return docx(paragraph("Bin days", style="Heading1"), paragraph(text), table(header=True), picture("A green bin"))


def bad_docx(text: str = "We collect your bins each week.") -> bytes:
    return docx(paragraph(text), table(header=False), picture(), title="")


def odt(*body: str, title: str = "Bin days in Oxford", language: str = "en") -> bytes:
    """Return an OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "meta")
    ) + (
        ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
        ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
        ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return pack({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "meta.xml": f"<office:document-meta {spaces}><office:meta><dc:title>{title}</dc:title></office:meta>"
        "</office:document-meta>",
        "styles.xml": f'<office:document-styles {spaces}><office:styles><style:default-style style:family="paragraph">'
        f'<style:text-properties fo:language="{language}" fo:country="GB"/></style:default-style>'
        '</office:styles></office:document-styles>',
        "content.xml": f"<office:document-content {spaces}><office:body><office:text>{''.join(body)}</office:text>"
        "</office:body></office:document-content>",
    })  # fmt: skip


def pdf(
    *, title: str = "Bin days in Oxford", language: str = "en-GB", tagged: bool = True, script: bool = False
) -> bytes:
    """Return a PDF of one page that shows nothing, tagged with one paragraph."""
    file = pikepdf.new()
    page = file.add_blank_page()
    if title:
        with file.open_metadata() as metadata:
            metadata["dc:title"] = title
    if language:
        file.Root.Lang = pikepdf.String(language)
    if tagged:
        file.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        tree = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        tree.K = file.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=tree, Pg=page.obj, K=0)
        )
        page.obj.Contents = file.make_stream(b"/P <</MCID 0>> BDC EMC")
        file.Root.StructTreeRoot = tree
        file.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    if script:
        file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def edited(data: bytes, part: str, old: str | bytes, new: str | bytes) -> bytes:
    """Return a package with some bytes of one part replaced."""
    old, new = (text.encode() if isinstance(text, str) else text for text in (old, new))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        content: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    content[part] = bytes(content[part]).replace(old, new)  # type: ignore[arg-type] # it was read as bytes
    return pack(content)

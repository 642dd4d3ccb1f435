"""Clean Word files as Word and as LibreOffice write them (WordprocessingML, ECMA-376 part 1)."""

from tools.bench_documents.made.ooxml import DRAWING, OFFICE, begin, relations
from tools.bench_documents.made.stories import EVERY, Section, Story
from tools.bench_documents.package import Package, image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACES = f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:wp="{WP}" xmlns:a="{DRAWING}" xmlns:pic="{PIC}"'
TYPES = {
    "word/document.xml": "wordprocessingml.document.main",
    "word/styles.xml": "wordprocessingml.styles",
    "word/numbering.xml": "wordprocessingml.numbering",
    "word/settings.xml": "wordprocessingml.settings",
    "word/header1.xml": "wordprocessingml.header",
}


def clean() -> list[bytes]:
    """Return each story as both programs write it."""
    return [_write(story, word=word).pack() for story in EVERY for word in (True, False)]


def _write(story: Story, *, word: bool) -> Package:
    """Return one file; LibreOffice names styles after themselves and sets the language on the default style."""
    package = begin("word/document.xml", story.title, "Microsoft Office Word" if word else "LibreOffice/25.2", TYPES)
    package.put("word/document.xml", _document(story))
    package.put("word/styles.xml", _styles(word=word))
    package.put("word/numbering.xml", _NUMBERING)
    package.put("word/settings.xml", f'<w:settings xmlns:w="{W}"><w:themeFontLang w:val="en-GB"/></w:settings>')
    package.put("word/header1.xml", f"<w:hdr {SPACES}>{paragraph('Oxford City Council')}</w:hdr>")
    package.put("word/media/image1.png", image())
    package.put(
        "word/_rels/document.xml.rels",
        relations(
            ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"),
            ("rId3", "settings", "settings.xml"), ("rId4", "header", "header1.xml"),
            ("rId5", "image", "media/image1.png"), ("rId6", "hyperlink", "https://www.oxford.example/next"),
        ),
    )  # fmt: skip
    return package


def _document(story: Story) -> str:
    """Return the main part."""
    parts = [paragraph(story.title, "Heading1"), *map(_section, story.sections)]
    link = f'<w:hyperlink r:id="rId6"><w:r><w:t>{story.link}</w:t></w:r></w:hyperlink>'
    parts += [picture(story.picture), f"<w:p>{link}</w:p>"]
    end = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'
    )
    return f"<w:document {SPACES}><w:body>{''.join(parts)}{end}</w:body></w:document>"


def _section(section: Section) -> str:
    """Return heading, text, list and table of a section."""
    item = '<w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    items = "".join(f"<w:p>{item}<w:r><w:t>{words}</w:t></w:r></w:p>" for words in section.items)
    text = "".join(paragraph(words) for words in section.paragraphs)
    return paragraph(section.heading, "Heading2") + text + items + (table(section.table) if section.table else "")


def paragraph(words: str, style: str = "") -> str:
    """Return one paragraph in the default style or a named one."""
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{mark}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def table(rows: tuple[tuple[str, ...], ...], *, header: bool = True) -> str:
    """Return a table whose first row is marked as its header, and a paragraph after it."""
    lines = ""
    for number, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if header and number == 0 else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{paragraph(words)}</w:tc>' for words in row
        )
        lines += f"<w:tr>{mark}{cells}</w:tr>"
    grid = '<w:gridCol w:w="2400"/>' * len(rows[0])
    look = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLook w:firstRow="{int(header)}" w:noVBand="1"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>{paragraph('Ask us if you need help.')}"


def picture(words: str, relation: str = "rId5", *, floating: bool = False, name: str = "Picture 1") -> str:
    """Return a paragraph with a picture in line with text, or floating beside it."""
    alt = f' descr="{words}"' if words else ""
    kind = "anchor" if floating else "inline"
    place = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>900000</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        if floating
        else ""
    )
    around = '<wp:wrapSquare wrapText="bothSides"/>' if floating else ""
    return (
        f'<w:p><w:r><w:drawing><wp:{kind}>{place}<wp:extent cx="900000" cy="900000"/>{around}'
        f'<wp:docPr id="77" name="{name}"{alt}/><a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="78" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r></w:p>"
    )


def _styles(*, word: bool) -> str:
    """Return the styles: Word keeps the language in its defaults, LibreOffice in the Normal style as well."""
    language = '<w:rPr><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr>'
    size = '<w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr>'
    heads = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="{"h" if word else "H"}eading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{36 - 4 * level}"/></w:rPr></w:style>'
        for level in (1, 2, 3)
    )
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults>'
        f"<w:rPrDefault>{language if word else size}</w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"{'' if word else language}</w:style>{heads}"
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/></w:style></w:styles>'
    )


_NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)

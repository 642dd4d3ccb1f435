"""Clean presentations (PresentationML, ECMA-376 part 1): a slide a section, with a picture and a table where told."""

from tools.bench_documents.made.ooxml import DRAWING, OFFICE, begin, relations
from tools.bench_documents.made.stories import EVERY, Section, Story
from tools.bench_documents.package import Package, image

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
SPACES = f'xmlns:p="{P}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def clean() -> list[bytes]:
    """Return each story as slides, from PowerPoint and from LibreOffice."""
    return [
        _write(story, program).pack()
        for story in EVERY
        for program in ("Microsoft Office PowerPoint", "LibreOffice/25.2")
    ]


def _write(story: Story, program: str) -> Package:
    """Return one presentation."""
    slides = [_first(story), *(_slide(number, section) for number, section in enumerate(story.sections, 1))]
    numbers = range(1, len(slides) + 1)
    types = {f"ppt/slides/slide{number}.xml": "presentationml.slide" for number in numbers}
    types |= {"ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster", "ppt/theme/theme1.xml": "theme"}
    types |= {"ppt/slideLayouts/slideLayout1.xml": "presentationml.slideLayout"}
    package = begin(
        "ppt/presentation.xml",
        story.title,
        program,
        {"ppt/presentation.xml": "presentationml.presentation.main"} | types,
    )
    for number, slide in zip(numbers, slides, strict=True):
        package.put(f"ppt/slides/slide{number}.xml", slide)
        package.put(f"ppt/slides/_rels/slide{number}.xml.rels", relations(*_LINKS))
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in numbers)
    package.put(
        "ppt/presentation.xml",
        f'<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId90"/></p:sldMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr></p:defaultTextStyle></p:presentation>',
    )
    rows = [(f"rId{number}", "slide", f"slides/slide{number}.xml") for number in numbers]
    package.put(
        "ppt/_rels/presentation.xml.rels", relations(*rows, ("rId90", "slideMaster", "slideMasters/slideMaster1.xml"))
    )
    _masters(package)
    package.put("ppt/media/image1.png", image())
    return package


_LINKS = (
    ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
    ("rId2", "image", "../media/image1.png"),
    ("rId3", "hyperlink", "https://www.oxford.example/next"),
)


_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F2A44", "lt2": "F3F2F1", "accent1": "1D70B8", "accent2": "00703C",
    "accent3": "4C2C92", "accent4": "912B88", "accent5": "594D00", "accent6": "505A5F", "hlink": "1D70B8",
    "folHlink": "4C2C92",
}  # fmt: skip


def _masters(package: Package) -> None:
    """Add master, layout and theme: black text on white."""
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    package.put(
        "ppt/theme/theme1.xml",
        f'<a:theme xmlns:a="{DRAWING}" name="Council"><a:themeElements>'
        f'<a:clrScheme name="Council">{scheme}</a:clrScheme></a:themeElements></a:theme>',
    )
    mapping = (
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    )
    ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></p:bgPr></p:bg>'
    package.put(
        "ppt/slideMasters/slideMaster1.xml",
        f"<p:sldMaster {SPACES}><p:cSld>{ground}<p:spTree>{TREE}</p:spTree></p:cSld>{mapping}</p:sldMaster>",
    )
    package.put(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        relations(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"), ("rId2", "theme", "../theme/theme1.xml")
        ),
    )
    package.put(
        "ppt/slideLayouts/slideLayout1.xml",
        f"<p:sldLayout {SPACES}><p:cSld><p:spTree>{TREE}</p:spTree></p:cSld></p:sldLayout>",
    )
    package.put(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        relations(("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")),
    )


def _first(story: Story) -> str:
    """Return the first slide: title, link, picture."""
    link = run(story.link, '<a:hlinkClick r:id="rId3"/>')
    return slide(
        shape(2, "Title", run(story.title), kind="title"), shape(3, "Link", link, top=1_600_000), picture(story.picture)
    )


def _slide(number: int, section: Section) -> str:
    """Return a slide with a section's heading, text and table."""
    title = shape(2, "Title", run(section.heading), kind="title")
    body = shape(3, "Text", *(run(words) for words in (*section.paragraphs, *section.items)), top=1_600_000)
    shapes = [title, body, *([table(section.table)] if section.table else [])]
    return slide(*shapes) if number else ""


def slide(*shapes: str) -> str:
    """Return a slide of these shapes, read in their order."""
    return f"<p:sld {SPACES}><p:cSld><p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def run(words: str, more: str = "") -> str:
    """Return one run of text; ``more`` are its properties."""
    return f'<a:r><a:rPr lang="en-GB" dirty="0">{more}</a:rPr><a:t>{words}</a:t></a:r>'


def shape(identity: int, name: str, *runs: str, kind: str = "", top: int = 300_000) -> str:
    """Return a text shape or a placeholder of a kind; ``top`` in English Metric Units from the slide's upper edge."""
    mark = f'<p:ph type="{kind}"/>' if kind else ""
    text = "".join(f"<a:p>{one}</a:p>" for one in runs)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identity}" name="{name} {identity}"/><p:cNvSpPr/>'
        f"<p:nvPr>{mark}</p:nvPr></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="500000" y="{top}"/><a:ext cx="8000000" cy="1000000"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def picture(words: str, relation: str = "rId2") -> str:
    """Return a picture with its words, in the lower part of the slide."""
    alt = f' descr="{words}"' if words else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="30" name="Picture 30"{alt}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/></p:blipFill>'
        '<p:spPr><a:xfrm><a:off x="500000" y="4800000"/><a:ext cx="900000" cy="900000"/></a:xfrm></p:spPr></p:pic>'
    )


def table(rows: tuple[tuple[str, ...], ...], *, header: bool = True) -> str:
    """Return a table in a graphic frame, its first row a header unless told otherwise."""
    cell = "<a:tc><a:txBody><a:bodyPr/><a:p>{}</a:p></a:txBody><a:tcPr/></a:tc>"
    lines = "".join('<a:tr h="370000">' + "".join(cell.format(run(words)) for words in row) + "</a:tr>" for row in rows)
    grid = '<a:gridCol w="2000000"/>' * len(rows[0])
    first = ' firstRow="1"' if header else ""
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="20" name="Table 20"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="500000" y="3000000"/><a:ext cx="6000000" cy="1200000"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{TABLE}"><a:tbl><a:tblPr{first} bandRow="1"/>'
        f"<a:tblGrid>{grid}</a:tblGrid>{lines}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )

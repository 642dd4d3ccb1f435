"""Clean OpenDocument texts (OpenDocument 1.3), with named styles as LibreOffice writes them."""

from tools.bench_documents.made.stories import EVERY, Section, Story
from tools.bench_documents.package import Package, image

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        f'xmlns:{name}="{OASIS}:{long}:1.0"'
        for name, long in {
            "office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta", "draw": "drawing",
            "svg": "svg-compatible", "fo": "xsl-fo-compatible", "form": "form", "presentation": "presentation",
            "manifest": "manifest",
        }.items()
    ]
    + [
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)  # fmt: skip


def clean() -> list[bytes]:
    """Return each story as text, with and without a default font colour in the styles."""
    return [_write(story, automatic=automatic).pack() for story in EVERY for automatic in (True, False)]


def _write(story: Story, *, automatic: bool) -> Package:
    """Return one file; LibreOffice writes ``use-window-font-color`` into the default style, other programs nothing."""
    package = Package()
    package.put("mimetype", "application/vnd.oasis.opendocument.text")
    package.put(
        "meta.xml",
        f"<office:document-meta {SPACES}><office:meta><meta:generator>LibreOffice/25.2</meta:generator>"
        f"<dc:title>{story.title}</dc:title></office:meta></office:document-meta>",
    )
    package.put("styles.xml", _styles(automatic=automatic))
    package.put("content.xml", _content(story))
    package.put("Pictures/image1.png", image())
    entries = {"/": "application/vnd.oasis.opendocument.text", "content.xml": "text/xml", "styles.xml": "text/xml",
               "meta.xml": "text/xml", "Pictures/image1.png": "image/png"}  # fmt: skip
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in entries.items()
    )
    package.put("META-INF/manifest.xml", f"<manifest:manifest {SPACES}>{listed}</manifest:manifest>")
    return package


def _content(story: Story) -> str:
    """Return the content part."""
    body = heading(story.title, 1) + "".join(map(_section, story.sections))
    body += paragraph(picture(story.picture)) + paragraph(link(story.link))
    return (
        f"<office:document-content {SPACES}><office:automatic-styles/><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )


def _section(section: Section) -> str:
    """Return heading, text, list and table of a section."""
    items = "".join(
        f"<text:list-item>{paragraph(words, 'List_20_Contents')}</text:list-item>" for words in section.items
    )
    listed = f'<text:list text:style-name="List_20_1">{items}</text:list>' if items else ""
    text = "".join(map(paragraph, section.paragraphs))
    return (
        heading(section.heading, 2) + text + listed + (table(section.table, section.heading) if section.table else "")
    )


def heading(words: str, level: int) -> str:
    """Return a real heading."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'


def paragraph(words: str, style: str = "Text_20_body") -> str:
    """Return a paragraph with marked-up words."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def link(words: str, address: str = "https://www.oxford.example/next", name: str = "Next step") -> str:
    """Return a link with its name."""
    named = f'office:name="{name}" office:title="{name}"' if name else ""
    return f'<text:a xlink:type="simple" xlink:href="{address}" {named}>{words}</text:a>'


def picture(words: str, anchor: str = "as-char") -> str:
    """Return a picture that stands in its line."""
    alt = f"<svg:desc>{words}</svg:desc>" if words else ""
    return (
        f'<draw:frame draw:name="Picture" text:anchor-type="{anchor}" svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="Pictures/image1.png" xlink:type="simple"/>{alt}</draw:frame>'
    )


def table(rows: tuple[tuple[str, ...], ...], name: str = "Table1", *, header: bool = True) -> str:
    """Return a table whose first row is its header unless told otherwise."""
    lines = [
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string">{paragraph(words, "Table_20_Contents")}</table:table-cell>'
            for words in row
        )
        + "</table:table-row>"
        for row in rows
    ]
    if header:
        lines[0] = f"<table:table-header-rows>{lines[0]}</table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table table:name="{name}">{columns}{"".join(lines)}</table:table>' + paragraph(
        "Ask us if you need help."
    )


def _styles(*, automatic: bool) -> str:
    """Return the styles: default language and named paragraph styles."""
    colour = ' style:use-window-font-color="true"' if automatic else ""
    named = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard"/>'
        for name in ("Text_20_body", "Table_20_Contents", "List_20_Contents")
    )
    heads = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:parent-style-name="Standard" style:default-outline-level="{level}">'
        f'<style:text-properties fo:font-size="{20 - 2 * level}pt" fo:font-weight="bold"/></style:style>'
        for level in (1, 2, 3)
    )
    bullets = (
        '<text:list-style style:name="List_20_1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        "</text:list-style>"
    )
    return (
        f'<office:document-styles {SPACES}><office:styles><style:default-style style:family="paragraph">'
        f'<style:text-properties fo:language="en" fo:country="GB" fo:font-size="12pt"{colour}/></style:default-style>'
        f'<style:style style:name="Standard" style:family="paragraph"/>{named}{heads}{bullets}</office:styles>'
        '<office:automatic-styles><style:page-layout style:name="pm1"/></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"/>'
        "</office:master-styles></office:document-styles>"
    )

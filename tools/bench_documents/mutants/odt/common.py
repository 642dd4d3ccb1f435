"""Where in an OpenDocument text a fault goes."""

from typing import Any

from tools.bench_documents.made.odt import OASIS, SPACES, paragraph
from tools.bench_documents.mutants.ooxml import parse
from tools.bench_documents.package import Package, image

CONTENT, STYLES = "content.xml", "styles.xml"
BODY = "The council writes to every household in the district about this in the spring of each year."
PREFIXES = {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
}  # fmt: skip


def n(name: str) -> str:
    """Return ``text:p`` in Clark notation."""
    prefix, _, local = name.partition(":")
    return f"{{{OASIS}:{PREFIXES[prefix]}:1.0}}{local}"


def body(package: Package) -> Any:
    """Return the element that holds the text, or None."""
    return next(package.xml(CONTENT).iter(n("office:text")), None)


def append(package: Package, *xml: str) -> bool:
    """Put fragments at the end of the text, between plain paragraphs."""
    found = body(package)
    if found is None:
        return False
    found.extend(parse(paragraph(BODY) + "".join(xml) + paragraph(BODY), SPACES))
    return True


def prepend(package: Package, xml: str) -> bool:
    """Put a fragment before the first paragraph, heading, list or table of the text."""
    found = body(package)
    if found is None:
        return False
    kinds = {n("text:p"), n("text:h"), n("text:list"), n("text:section"), n("table:table")}
    first = next((one for one in found if one.tag in kinds), None)
    found.insert(len(found) if first is None else found.index(first), parse(xml, SPACES)[0])
    return True


def automatic(package: Package, name: str, properties: str, family: str = "paragraph", more: str = "") -> str:
    """Add a style of the text's own and return its name."""
    root = package.xml(CONTENT)
    styles = root.find(n("office:automatic-styles"))
    if styles is None:
        styles = root.makeelement(n("office:automatic-styles"))
        root.insert(0, styles)
    styles.extend(
        parse(f'<style:style style:name="{name}" style:family="{family}"{more}>{properties}</style:style>', SPACES)
    )
    return name


def picture_part(package: Package) -> None:
    """Add the picture that made markup points to."""
    package.put("Pictures/image1.png", image())


def on_plain_pages(package: Package) -> bool:
    """Return whether no picture lies behind the pages: on one nobody can compute a contrast."""
    return next(package.xml(STYLES).iter(n("style:background-image")), None) is None


def in_english(package: Package) -> bool:
    """Return whether the default style says that the text is English: wording is judged by the text's language."""
    defaults = package.xml(STYLES).iter(n("style:default-style"))
    families = [one for one in defaults if one.get(n("style:family")) == "paragraph"]
    return any(row.get(n("fo:language")) == "en" for one in families for row in one.iter(n("style:text-properties")))


def words_of(package: Package) -> list[str]:
    """Return the words of the text."""
    found = body(package)
    return [] if found is None else " ".join(found.itertext()).split()

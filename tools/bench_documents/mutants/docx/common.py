"""Where in a Word file a fault goes."""

from typing import Any

from tools.bench_documents.made.docx import SPACES, W, paragraph
from tools.bench_documents.mutants.ooxml import parse, relate
from tools.bench_documents.package import Package, image

MAIN = "word/document.xml"
BODY = "The council writes to every household in the district about this in the spring of each year."
MORE = " ".join(
    (
        SPACES,
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    )
)


def tag(name: str) -> str:
    """Return ``w:p`` in Clark notation from ``p``."""
    return f"{{{W}}}{name}"


def append(package: Package, *xml: str) -> bool:
    """Put fragments at the end of the text, before the last section's properties, after a plain paragraph."""
    if not package.has(MAIN):
        return False
    body = package.xml(MAIN).find(tag("body"))
    end = body.find(tag("sectPr"))
    place = len(body) if end is None else body.index(end)
    for element in reversed(parse(paragraph(BODY) + "".join(xml) + paragraph(BODY), MORE)):
        body.insert(place, element)
    return True


def prepend(package: Package, xml: str) -> bool:
    """Put a fragment at the very beginning of the text."""
    if not package.has(MAIN):
        return False
    package.xml(MAIN).find(tag("body")).insert(0, parse(xml, MORE)[0])
    return True


def header(package: Package) -> str:
    """Return the name of the first page header, or nothing."""
    return next((name for name in package.parts if name.startswith("word/header") and name.endswith(".xml")), "")


def into_header(package: Package, xml: str) -> bool:
    """Put a fragment at the end of the first page header."""
    if name := header(package):
        package.xml(name).extend(parse(xml, MORE))
    return bool(name)


def coloured(words: str, colour: str) -> str:
    """Return a run of text in a colour."""
    return run(words, f'<w:color w:val="{colour}"/>')


def hyperlink(package: Package, words: str) -> bool:
    """Append a paragraph with a link."""
    if not package.has(MAIN):
        return False
    identity = relate(package, MAIN, "hyperlink", "https://www.oxford.example/a/b", outside=True)
    return append(package, f'<w:p><w:hyperlink r:id="{identity}">{run(words)}</w:hyperlink></w:p>')


def picture_part(package: Package) -> str:
    """Add a picture to the package and return the id of its relationship."""
    package.put("word/media/mutant.png", image())
    return relate(package, MAIN, "image", "media/mutant.png")


def run(words: str, properties: str = "") -> str:
    """Return a run of text with character properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(words: str, outline: int) -> str:
    """Return a heading by its outline level, 0 the highest, which needs no style of the host's."""
    return f'<w:p><w:pPr><w:outlineLvl w:val="{outline}"/></w:pPr>{run(words)}</w:p>'


def set_style_heading(package: Package) -> str:
    """Return the id of the style named heading 1, which every version calls so inside, or nothing."""
    if not package.has("word/styles.xml"):
        return ""
    for style in package.xml("word/styles.xml").iter(tag("style")):
        name = style.find(tag("name"))
        if name is not None and name.get(tag("val"), "").lower() == "heading 1":
            return str(style.get(tag("styleId")))
    return ""


def in_english(package: Package) -> bool:
    """Return whether the marked language is English: wording is judged by the language of the text."""
    marks = [mark.get(tag("val"), "") for mark in package.xml("word/styles.xml").iter(tag("lang"))]
    return bool(marks) and all(mark.startswith("en") for mark in marks if mark)


def words_of(package: Package) -> list[str]:
    """Return the words of the text."""
    return " ".join(element.text or "" for element in package.xml(MAIN).iter(tag("t"))).split()


def elements(package: Package, name: str) -> list[Any]:
    """Return all elements of a name in the main part."""
    return list(package.xml(MAIN).iter(tag(name))) if package.has(MAIN) else []


def graphic(name: str, uri: str, content: str) -> str:
    """Return a paragraph with a drawing of a kind that is no picture and has no words."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="91" name="{name}"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
        "</w:r></w:p>"
    )

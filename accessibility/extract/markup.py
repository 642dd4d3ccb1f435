"""Take HTML apart: stored rich text (Wagtail's ``linktype`` and ``embedtype``) and plain pages alike."""

from collections.abc import Iterator
from dataclasses import replace

from accessibility.extract.dom import Document, Element
from accessibility.extract.tree import (
    Broken,
    ContentTree,
    DocumentLink,
    Heading,
    LanguagePart,
    Link,
    Media,
    Node,
    Paragraph,
    Picture,
    Place,
    Table,
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}
TEXT_BLOCKS = {"p", "li", "dd", "dt", "td", "th", "caption", "blockquote", "figcaption"}
EMBEDDED = {"img", "embed", "video", "audio", "iframe"}
#: ``role`` says that a table or image is there for its looks.
FOR_LOOKS = {"none", "presentation"}


def add_markup(tree: ContentTree, html: str, place: Place) -> None:
    """Add everything in ``html``, in reading order. Malformed markup is read as a browser would."""
    document = Document(html)
    add_document(tree, document, place)
    if not document.is_whole:
        tree.add(Broken(place, "markup"))


def add_document(tree: ContentTree, document: Document, place: Place) -> None:
    """Add everything in a document. On a whole page each node also knows its element."""
    for element in document.elements:
        if document.hidden(element):
            continue
        here = replace(place, element=element) if tree.document is document else place
        tree.add(*_nodes(document, element, here, tree.language))
        if "lang" in element.attrib and element.tag != "html":
            tree.add(LanguagePart(here, document.text(element), language=element.get("lang") or ""))


def _nodes(document: Document, element: Element, place: Place, language: str) -> Iterator[Node]:
    tag = element.tag
    if tag in HEADINGS:
        yield Heading(place, document.name(element), level=HEADINGS[tag])
    elif tag == "a":
        yield from _link(document, element, place)
    elif tag in EMBEDDED:
        yield from _embedded(document, element, place)
    elif tag == "table":
        if element.get("role") not in FOR_LOOKS:
            yield _table(document, element, place)
    elif tag in TEXT_BLOCKS and not any(child.tag in TEXT_BLOCKS for child in element.iterdescendants()):
        yield from _paragraph(document, element, place, language)


def _paragraph(document: Document, element: Element, place: Place, language: str) -> Iterator[Node]:
    if text := document.text(element):
        yield Paragraph(
            place,
            text,
            language=language,
            bold=_all_in(document, element, text, "b", "strong"),
            italic=_all_in(document, element, text, "i", "em"),
            marked=_has_language(element),
        )
    elif element.tag == "p" and len(element) == 0:
        yield Paragraph(place, "", language=language)


def _has_language(element: Element) -> bool:
    """Return whether a part, or what stands round it below the page itself, names a language of its own."""
    around = [element, *element.iterdescendants(), *element.iterancestors()]
    return any("lang" in part.attrib for part in around if part.tag != "html")


def _table(document: Document, element: Element, place: Place) -> Table:
    cells = list(element.iter("td", "th"))
    return Table(
        place,
        document.text(element)[:80],
        has_header=any(cell.tag == "th" for cell in cells),
        rows=sum(1 for _row in element.iter("tr")),
        merged=any((cell.get(span) or "1") != "1" for cell in cells for span in ("colspan", "rowspan")),
        nested=any(inner is not element for inner in element.iter("table")),
    )


def _link(document: Document, element: Element, place: Place) -> Iterator[Node]:
    kind, target, text = element.get("linktype") or "", element.get("id") or "", document.name(element)
    if kind == "document" and target.isdigit():
        yield DocumentLink(place, text, document_id=int(target))
    elif kind == "page" and target.isdigit():
        yield Link(place, text, href="", page_id=int(target), follows=_follows(element))
    elif "href" in element.attrib or not ("name" in element.attrib or target):
        new_tab = (element.get("target") or "").lower() == "_blank"
        yield Link(place, text, href=element.get("href"), new_tab=new_tab, follows=_follows(element))


def _follows(element: Element) -> str:
    before = element.getprevious()
    if before is None or before.tag != "a" or (before.tail or "").strip():
        return ""
    return before.get("href") or f"{before.get('linktype') or ''}:{before.get('id') or ''}"


def _embedded(document: Document, element: Element, place: Place) -> Iterator[Node]:
    if element.tag == "img" or element.get("embedtype") == "image":
        yield _picture(document, element, place)
    elif element.tag in {"video", "audio"}:
        captions = any((track.get("kind") or "") in {"captions", "subtitles"} for track in element.iter("track"))
        yield Media(place, kind=element.tag, has_captions=captions, title=document.name(element))
    elif element.get("role") not in FOR_LOOKS:
        yield Media(place, kind="embed", title=document.name(element))


def _picture(document: Document, element: Element, place: Place) -> Picture:
    alt = element.get("alt")
    source, number = element.get("src") or "", element.get("id") or ""
    image_id = int(number) if element.get("embedtype") == "image" and number.isdecimal() else None
    if named := document.name(element):
        return Picture(place, named, alt=named, file_name=source, image_id=image_id)
    # An empty alt is the answer "decorative", which Wagtail's form asks for by name; no alt is no answer.
    decorative = alt is not None or element.get("role") in FOR_LOOKS
    return Picture(place, "", alt=alt, decorative=decorative, file_name=source, image_id=image_id)


def _all_in(document: Document, element: Element, text: str, *tags: str) -> bool:
    inner = " ".join(document.text(part) for part in element.iter(*tags))
    return bool(inner) and inner == text

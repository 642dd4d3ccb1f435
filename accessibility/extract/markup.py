"""Take HTML apart: stored rich text (Wagtail's ``linktype`` and ``embedtype``) and plain pages alike."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from accessibility.extract.tree import (
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
INTERESTING = [*HEADINGS, *TEXT_BLOCKS, "a", "img", "embed", "table", "video", "audio", "iframe"]


def add_markup(tree: ContentTree, html: str, place: Place) -> None:
    """Add everything in ``html``, in reading order. Malformed markup is read as a browser would."""
    soup = BeautifulSoup(html, "lxml")
    for tag in soup.find_all():
        if tag.name in INTERESTING:
            tree.add(*_nodes(tag, place, tree.language))
        if tag.has_attr("lang") and tag.name != "html":
            tree.add(LanguagePart(place, text_of(tag), language=attribute(tag, "lang")))


def attribute(tag: Tag, name: str) -> str:
    """Return an attribute as one string; "" when absent."""
    value = tag.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)


def text_of(tag: Tag) -> str:
    """Return what a reader gets from a tag: its text and the alternative text of images in it."""
    name = attribute(tag, "aria-label") or "".join(_words(tag))
    return re.sub(r"\s+", " ", name).strip()


def _words(tag: Tag) -> Iterator[str]:
    for part in tag.descendants:
        # Comments, scripts and styles are strings of their own types.
        if type(part) is NavigableString:
            yield str(part)
        elif isinstance(part, Tag) and part.name in {"img", "embed"}:
            yield attribute(part, "alt")


def _nodes(tag: Tag, place: Place, language: str) -> Iterator[Node]:
    text = text_of(tag)
    if tag.name in HEADINGS:
        yield Heading(place, text, level=HEADINGS[tag.name])
    elif tag.name == "a":
        yield from _link(tag, text, place)
    elif tag.name in {"img", "embed", "video", "audio", "iframe"}:
        yield _embedded(tag, place)
    elif tag.name == "table":
        yield Table(place, text[:80], has_header=tag.find("th") is not None, rows=len(tag.find_all("tr")))
    elif text and tag.find(list(TEXT_BLOCKS)) is None:
        yield Paragraph(place, text, language=language, bold=_all_bold(tag))


def _link(tag: Tag, text: str, place: Place) -> Iterator[Node]:
    kind, target = attribute(tag, "linktype"), attribute(tag, "id")
    if kind == "document" and target.isdigit():
        yield DocumentLink(place, text, document_id=int(target))
    elif kind == "page" and target.isdigit():
        yield Link(place, text, href="", page_id=int(target))
    elif tag.has_attr("href") or not (tag.has_attr("name") or target):
        yield Link(place, text, href=attribute(tag, "href") if tag.has_attr("href") else None)


def _embedded(tag: Tag, place: Place) -> Node:
    if tag.name == "img" or attribute(tag, "embedtype") == "image":
        alt = attribute(tag, "alt") if tag.has_attr("alt") else None
        # An empty alt is the answer "decorative", which Wagtail's form asks for by name; no alt is no answer.
        return Picture(place, alt or "", alt=alt, decorative=alt == "", file_name=attribute(tag, "src"))
    if tag.name in {"video", "audio"}:
        captions = any(attribute(track, "kind") in {"captions", "subtitles"} for track in tag.find_all("track"))
        return Media(place, kind=tag.name, has_captions=captions, title=attribute(tag, "title"))
    return Media(place, kind="embed", title=attribute(tag, "title"))


def _all_bold(tag: Tag) -> bool:
    bold = "".join(part.get_text() for part in tag.find_all(["b", "strong"]))
    return bool(bold.strip()) and bold.strip() == tag.get_text().strip()

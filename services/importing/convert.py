"""HTML as the blocks of a page's body. What no block can hold is listed, never dropped in silence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

#: What the editor's rich text holds (core.blocks.text).
TAGS = {"p", "b", "ul", "ol", "li", "a", "br"}
INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "small", "span", "strong", "sub", "sup", "u"}
AROUND = {"article", "body", "center", "div", "font", "header", "footer", "html", "main", "section", "figure"}
AROUND |= {"address", "blockquote"}
SILENT = {"head", "link", "meta", "noscript", "script", "style", "title"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
#: What can stand among words and does not come along.
LOST = ["audio", "canvas", "embed", "form", "iframe", "object", "svg", "table", "video"]
NO_COUNTERPART = "A part of the page ({}) has no counterpart here. Look at the old page."
_STRONG = re.compile(r"<(/?)(?:strong|h[1-6])\b[^>]*>")
#: The words of two boxes are not one word.
_END_OF_BOX = re.compile(r"</(?:dd|div|dt|figcaption|section|t[dhr])>")


@dataclass
class Converted:
    """Blocks in the form of :mod:`services.publication`, and sentences about what did not come along."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def convert(html: str, title: str) -> Converted:
    """Return ``html`` as blocks; a heading that repeats the page's title is left out."""
    done = Converted()
    soup = BeautifulSoup(html, "lxml")
    _walk((soup.body or soup).children, done, title)
    done.blocks = list(_joined(done.blocks))
    return done


def _walk(elements: Iterable[PageElement], done: Converted, title: str) -> None:
    loose: list[str] = []

    def flush() -> None:
        text = _clean(f"<p>{''.join(loose).strip()}</p>")
        loose.clear()
        if _words(text):
            done.blocks.append({"type": "paragraph", "html": text})

    for element in elements:
        if isinstance(element, NavigableString) or (isinstance(element, Tag) and element.name in INLINE):
            if type(element) in (NavigableString, Tag):
                _note_lost(element, done)
                loose.append(str(element))
            continue
        flush()
        if isinstance(element, Tag):
            _block(element, done, title)
    flush()


def _block(element: Tag, done: Converted, title: str) -> None:
    if element.name in SILENT:
        return
    if element.name in AROUND:
        _walk(element.children, done, title)
    elif element.name in HEADINGS:
        _heading(element, done, title)
    elif element.name == "table":
        _table(element, done)
    elif element.name in ("p", "ul", "ol", "dl", "pre"):
        _note_lost(element, done)
        text = _clean(_text(element))
        if _words(text):
            done.blocks.append({"type": "paragraph", "html": text})
    else:
        _note_lost(element, done)
        if element.name not in ("img", "hr"):
            done.lost.append(NO_COUNTERPART.format(element.name))


def _text(element: Tag) -> str:
    if element.name == "dl":
        return _terms(element)
    if element.name == "pre":
        return f"<p>{'<br>'.join(element.decode_contents().strip().splitlines())}</p>"
    return str(element)


def _heading(element: Tag, done: Converted, title: str) -> None:
    text = element.get_text(" ", strip=True)[:120]
    if not text or (element.name == "h1" and text.casefold() == title.casefold()):
        return
    above = any(block["type"] == "heading" for block in done.blocks)
    level = 3 if above and element.name not in ("h1", "h2") else 2
    done.blocks.append({"type": "heading", "level": level, "text": text})


def _table(element: Tag, done: Converted) -> None:
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in element.find_all("tr")]
    rows = [row for row in rows if row]
    if not rows:
        return
    _note_lost(element, done)
    if element.find("a", href=True):
        done.lost.append("A table had links. Write them under the table.")
    caption = element.caption.get_text(" ", strip=True) if element.caption else ""
    if not caption:
        done.lost.append("A table has no caption. Write what it is about.")
    if not element.find("th"):
        done.lost.append("A table had no headings. Check that its first row is one.")
    if element.find(["th", "td"], attrs={"colspan": True}) or element.find(["th", "td"], attrs={"rowspan": True}):
        done.lost.append("A table had cells that span others. Check what stands where.")
    width = max(map(len, rows))
    heads, *body = [row + [""] * (width - len(row)) for row in rows]
    done.blocks.append({"type": "table", "caption": caption, "heads": heads, "rows": body})


def _note_lost(element: PageElement, done: Converted) -> None:
    """List the pictures and other parts among the words that no rich text holds."""
    if not isinstance(element, Tag):
        return
    pictures = [element] if element.name == "img" else element.find_all("img")
    for picture in pictures:
        name = str(picture.get("alt") or picture.get("src") or "")[:80]
        done.lost.append(f"A picture did not come along: {name}. Upload it and describe it.")
    for kind in dict.fromkeys(part.name for part in element.find_all(LOST)):
        done.lost.append(NO_COUNTERPART.format(kind))


def _terms(element: Tag) -> str:
    """Return a list of terms as paragraphs: each term in bold, what it means under it."""
    parts = ((part.name, part.decode_contents()) for part in element.find_all(["dt", "dd"]))
    return "".join(f"<p><b>{words}</b></p>" if kind == "dt" else f"<p>{words}</p>" for kind, words in parts)


def _clean(html: str) -> str:
    """Return what the editor's rich text may hold: bold, lists and links."""
    html = _END_OF_BOX.sub(r" \g<0>", _STRONG.sub(r"<\1b>", html))
    return nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel=None).strip()


def _words(html: str) -> str:
    return BeautifulSoup(html, "lxml").get_text(strip=True)


def _joined(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Join paragraphs that follow each other into one block, as an author would write them."""
    held = ""
    for block in blocks:
        if block["type"] == "paragraph":
            held += block["html"]
            continue
        if held:
            yield {"type": "paragraph", "html": held}
        held = ""
        yield block
    if held:
        yield {"type": "paragraph", "html": held}

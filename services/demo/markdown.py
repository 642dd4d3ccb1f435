"""Demo texts are written in a small part of Markdown; pages hold blocks. This turns one into the other.

Known: ``##`` and ``###`` headings, paragraphs, ``-`` and ``1.`` lists, ``**bold**``, ``[text](page:slug)`` and
``[text](https://...)``.
"""

import uuid
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.demo.context import demo_key

#: Takes a slug and returns the id of its page; raises where there is none.
FindPage = Callable[[str], int]

_markdown = MarkdownIt("commonmark", {"html": False})


def blocks_of(text: str, name: str, find_page: FindPage) -> list[dict[str, Any]]:
    """Return ``text`` as raw blocks of BodyBlock; ``name`` makes their ids the same in every run."""
    return [
        {**block, "id": str(block_id(name, number))}
        for number, block in enumerate(_blocks(_markdown.parse(text), find_page))
    ]


def rich_text(text: str, find_page: FindPage) -> str:
    """Return ``text`` as the HTML that Wagtail stores, links to pages by their ids."""
    return _html(_markdown.parse(text), find_page)


def block_id(name: str, number: int) -> uuid.UUID:
    """Return the id of a block."""
    return demo_key("block", f"{name}:{number}")


def _blocks(tokens: Sequence[Token], find_page: FindPage) -> Iterator[dict[str, Any]]:
    for is_heading, group in groupby(_parts(tokens), key=lambda part: part[0].type == "heading_open"):
        if is_heading:
            for part in group:
                yield heading(part[1].content, int(part[0].tag[1]))
        else:
            yield {"type": "paragraph", "value": _html([token for part in group for token in part], find_page)}


def heading(words: str, level: int) -> dict[str, Any]:
    """Return a heading block; ``level`` is 2 or 3."""
    return {"type": "heading", "value": {"text": words, "level": str(level)}}


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each element that stands on its own: a heading, a paragraph, a list."""
    part: list[Token] = []
    for token in tokens:
        part.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield part
            part = []


def _html(tokens: Sequence[Token], find_page: FindPage) -> str:
    for token in tokens:
        for child in token.children or []:
            _adapt(child, find_page)
    rendered: str = _markdown.renderer.render(tokens, _markdown.options, {})
    return rendered.strip()


def _adapt(token: Token, find_page: FindPage) -> None:
    """Write bold and links to pages as Wagtail's rich text does."""
    if token.tag == "strong":
        token.tag = "b"
    target = str(token.attrs.get("href", ""))
    if target.startswith("page:"):
        token.attrs = {"linktype": "page", "id": str(find_page(target.removeprefix("page:")))}

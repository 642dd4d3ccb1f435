"""What makes a title that a reader sees one that names the file: see docs/adr/0009-a-title-that-is-seen.md."""

from collections.abc import Sequence
from typing import Protocol

from accessibility.documents.words import is_poor_title, is_section_name, is_vague_title

#: So much text is one page: its first lines say what it is about.
ONE_PAGE_WORDS = 300
#: A heading that comes after so many paragraphs is not the name of the whole.
NEAR_THE_TOP = 10


class Row(Protocol):
    """A paragraph of any kind of text: its words, and its level as a heading (0: it is none)."""

    @property
    def text(self) -> str:
        """Return the words in one line."""

    @property
    def level(self) -> int:
        """Return 1 for a heading of the first level, 0 for none."""


def naming(found: str, language: str) -> str:
    """Return ``found`` where it names a file, else nothing: "Document1" and "Introduction" name none."""
    useless = is_poor_title(found) or is_vague_title(found, language) or is_section_name(found, language)
    return "" if not found or useless else found


def is_a_page(rows: Sequence[Row]) -> bool:
    """Return whether a text has some words, but no more than a page of them."""
    return 0 < sum(len(row.text.split()) for row in rows) <= ONE_PAGE_WORDS


def first_named(titled: Sequence[Row], top: Sequence[Row]) -> str:
    """Return the first paragraph in the style Title, else the first heading near the top if it is of level 1."""
    if titled:
        return titled[0].text
    headings = [row for row in top if row.level]
    return headings[0].text if headings and headings[0].level == 1 else ""

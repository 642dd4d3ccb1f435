"""The text of a Word or PowerPoint file in passages, each with the languages it is marked with."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from accessibility.documents.base import Kind, Location
from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.text import text_paragraphs


@dataclass(frozen=True)
class Passage:
    """``languages``: the one for Latin letters first, then any for other scripts."""

    text: str
    languages: tuple[str, ...]
    place: Location


@lru_cache(maxsize=1)
def passages(opened: OoxmlPackage) -> tuple[Passage, ...]:
    """Return the passages of a file in reading order; Excel marks no language, so it has none."""
    if opened.kind is Kind.DOCX:
        return tuple(_word(opened))
    return tuple(_slides(opened)) if opened.kind is Kind.PPTX else ()


def _word(opened: OoxmlPackage) -> Iterator[Passage]:
    """Yield the paragraphs of Word with the language of their longest run."""
    for row in paragraphs(opened):
        if row.spoken:
            longest = max(row.spoken, key=lambda run: len(run.text))
            yield Passage(row.text, (longest.language, *longest.other_languages), row.place)


def _slides(opened: OoxmlPackage) -> Iterator[Passage]:
    """Yield the paragraphs of slides."""
    for row in text_paragraphs(opened):
        if row.text:
            yield Passage(row.text, (row.language,), Location(page=row.slide, excerpt=row.text))

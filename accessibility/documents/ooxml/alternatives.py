"""Alternative text of pictures, charts, diagrams, groups, shapes and embedded objects (WCAG 1.1.1)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from accessibility.documents.base import Finding, Kind, Location, gather
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pictures import Picture, pictures
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_alt, opens_poorly

_ALL = (Kind.DOCX, Kind.PPTX, Kind.XLSX)


@register
class AlternativeText:
    """A picture without words blocks, a shape without words warns."""

    rules = ("WM-OFFICE-ALT", "WM-OFFICE-ALT-SHAPE")
    kinds = _ALL

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield what has neither words nor the mark of decoration."""
        for rule in self.rules:
            yield from gather(rule, [picture.place for picture in judged(opened)[rule]])


@register
class AlternativeWords:
    """A file name, "image" or the caption once more warns; whether other words are right is asked of the author."""

    rules = ("WM-OFFICE-ALT-POOR", "WM-OFFICE-ALT-ASK")
    kinds = _ALL

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield by what the alternative texts say."""
        for rule in self.rules:
            yield from gather(rule, [_quoted(picture) for picture in judged(opened)[rule]])


@lru_cache(maxsize=1)
def judged(opened: OoxmlPackage) -> dict[str, list[Picture]]:
    """Return what is to be seen by the rule under which it is reported; decoration is under none."""
    found: dict[str, list[Picture]] = {rule: [] for rule in (*AlternativeText.rules, *AlternativeWords.rules)}
    language = opened.language if opened.kind is not Kind.XLSX else "en"
    for picture in pictures(opened):
        if picture.words == "":
            found["WM-OFFICE-ALT-SHAPE" if picture.is_shape else "WM-OFFICE-ALT"].append(picture)
        elif picture.words:
            useless = is_useless(picture, language)
            found["WM-OFFICE-ALT-POOR" if useless else "WM-OFFICE-ALT-ASK"].append(picture)
    return found


def is_useless(picture: Picture, language: str) -> bool:
    """Return whether the words for a picture say nothing, or nothing that does not stand beside it."""
    said = picture.words or ""
    if said == picture.name or is_poor_alt(said, language) or opens_poorly(said, language):
        return True
    return any(said.casefold() == text.casefold() for text in picture.near)


def _quoted(picture: Picture) -> Location:
    """Return the place with the words in question."""
    return replace(picture.place, excerpt=picture.words or "")

"""Alternative text of pictures, charts, diagrams, groups, shapes and embedded objects (WCAG 1.1.1)."""

from collections.abc import Iterator
from dataclasses import replace

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
        silent = [picture for picture in pictures(opened) if picture.words == ""]
        yield from gather("WM-OFFICE-ALT", [picture.place for picture in silent if not picture.is_shape])
        yield from gather("WM-OFFICE-ALT-SHAPE", [picture.place for picture in silent if picture.is_shape])


@register
class AlternativeWords:
    """A file name, "image" or the caption once more warns; whether other words are right is asked of the author."""

    rules = ("WM-OFFICE-ALT-POOR", "WM-OFFICE-ALT-ASK")
    kinds = _ALL

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield by what the alternative texts say."""
        language = opened.language if opened.kind is not Kind.XLSX else "en"
        told = [picture for picture in pictures(opened) if picture.words]
        poor = [picture for picture in told if is_useless(picture, language)]
        yield from gather("WM-OFFICE-ALT-POOR", [_quoted(picture) for picture in poor])
        fair = [picture for picture in told if picture not in poor]
        yield from gather("WM-OFFICE-ALT-ASK", [_quoted(picture) for picture in fair])


def is_useless(picture: Picture, language: str) -> bool:
    """Return whether the words for a picture say nothing, or nothing that does not stand beside it."""
    said = picture.words or ""
    if said == picture.name or is_poor_alt(said, language) or opens_poorly(said, language):
        return True
    return any(said.casefold() == text.casefold() for text in picture.near)


def _quoted(picture: Picture) -> Location:
    """Return the place with the words in question."""
    return replace(picture.place, excerpt=picture.words or "")

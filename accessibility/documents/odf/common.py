"""Title and language of OpenDocument files (WCAG 2.4.2, 3.1.1)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_title

ALL = (Kind.ODT, Kind.ODS, Kind.ODP)


@register
class Title:
    """A title in the file's properties that says what the file is."""

    rules = ("WM-ODF-TITLE", "WM-ODF-TITLE-POOR")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield when it is missing, or left over from a program."""
        if not opened.title:
            yield Finding("WM-ODF-TITLE")
        elif is_poor_title(opened.title):
            yield Finding("WM-ODF-TITLE-POOR", parameters={"title": opened.title})


@register
class Language:
    """The default style tells the language."""

    rules = ("WM-ODF-LANGUAGE",)
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield when it does not."""
        if not opened.language:
            yield Finding("WM-ODF-LANGUAGE")

"""Title and language of every Office file (WCAG 2.4.2, 3.1.1)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_title


@register
class Title:
    """A title in the file's properties that says what the file is."""

    rules = ("WM-OFFICE-TITLE", "WM-OFFICE-TITLE-POOR")
    kinds = (Kind.DOCX, Kind.PPTX, Kind.XLSX)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when it is missing, or left over from a program."""
        if not opened.title:
            yield Finding("WM-OFFICE-TITLE")
        elif is_poor_title(opened.title):
            yield Finding("WM-OFFICE-TITLE-POOR", parameters={"title": opened.title})


@register
class Language:
    """The text is marked with its language. Excel has no place for one."""

    rules = ("WM-OFFICE-LANGUAGE",)
    kinds = (Kind.DOCX, Kind.PPTX)

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when nothing tells the language."""
        if not opened.language:
            yield Finding("WM-OFFICE-LANGUAGE")

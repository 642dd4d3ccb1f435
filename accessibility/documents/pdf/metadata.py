"""Tags, language and title of the whole file."""

from collections.abc import Iterator

import pikepdf

from accessibility.documents.base import Finding, Kind, Location
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_title, is_vague_title


@register
class Tagged:
    """A file without tags has no order, no headings and no roles for a screen reader (WCAG 1.3.1, PDF/UA 7.1)."""

    rules = ("WM-PDF-TAGGED",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield when there is no tag tree, it is empty, or the file does not vouch for it."""
        marks = opened.root.get("/MarkInfo")
        known = marks if isinstance(marks, pikepdf.Dictionary) else pikepdf.Dictionary()
        marked, doubtful = bool(known.get("/Marked", False)), bool(known.get("/Suspects", False))
        if not opened.elements or not marked or doubtful:
            yield Finding("WM-PDF-TAGGED")


@register
class Language:
    """The language of the file, or of every tagged part of it (WCAG 3.1.1, PDF16)."""

    rules = ("WM-PDF-LANGUAGE",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield when neither the catalogue nor the tags tell it."""
        if opened.language:
            return
        silent = [element for element in opened.elements if element.has_content and not element.language]
        if silent or not opened.elements:
            places = tuple(Location(page=element.page) for element in silent[:10])
            yield Finding("WM-PDF-LANGUAGE", places, max(1, len(silent)))


@register
class Title:
    """A title that says what the file is (WCAG 2.4.2, PDF18)."""

    rules = ("WM-PDF-TITLE", "WM-PDF-TITLE-POOR", "WM-PDF-TITLE-VAGUE")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield when it is missing, or left over from a program."""
        title = _title(opened.pdf)
        if not title:
            yield Finding("WM-PDF-TITLE")
        elif is_poor_title(title):
            yield Finding("WM-PDF-TITLE-POOR", parameters={"title": title})
        elif is_vague_title(title, opened.language):
            yield Finding("WM-PDF-TITLE-VAGUE", parameters={"title": title})


def _title(pdf: pikepdf.Pdf) -> str:
    """Return the title from the metadata, else from the older information dictionary."""
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            title = metadata.get("dc:title")
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        title = None
    if isinstance(title, str) and title.strip():
        return title.strip()
    information = pdf.trailer.get("/Info")
    return text_of(information.get("/Title")) if isinstance(information, pikepdf.Dictionary) else ""

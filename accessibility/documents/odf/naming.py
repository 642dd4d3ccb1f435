"""What an OpenDocument file calls itself where a reader sees it: see docs/adr/0009-a-title-that-is-seen.md."""

from accessibility.documents.base import Kind
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import paragraphs, styles_of
from accessibility.documents.odf.sheets import is_default_name, name_of, sheets
from accessibility.documents.odf.slides import slides_of
from accessibility.documents.words import is_poor_title, is_section_name, is_vague_title

#: So much text is one page: its first lines say what it is about.
ONE_PAGE_WORDS = 300
#: A heading that comes after so many paragraphs is not the name of the whole.
NEAR_THE_TOP = 10


def visible_title(opened: OdfPackage) -> str:
    """Return the title that the file shows as one, by style or place; else nothing."""
    found = {Kind.ODT: _text, Kind.ODP: _slides, Kind.ODS: _sheets}[opened.kind](opened)
    useless = is_poor_title(found) or is_vague_title(found, opened.language) or is_section_name(found, opened.language)
    return "" if not found or useless else found


def is_one_page(opened: OdfPackage) -> bool:
    """Return whether a text has some words, but no more than a page of them."""
    count = sum(len(row.text.split()) for row in paragraphs(opened)) if opened.kind is Kind.ODT else 0
    return 0 < count <= ONE_PAGE_WORDS


def _text(opened: OdfPackage) -> str:
    """Return a paragraph in the style Title, else the first heading of the first level."""
    styles = styles_of(opened)
    top = [row for row in paragraphs(opened) if row.text and not row.in_note][:NEAR_THE_TOP]
    titled = [row.text for row in top if "title" in styles.names(row.style)]
    headings = [row for row in top if row.level]
    return titled[0] if titled else headings[0].text if headings and headings[0].level == 1 else ""


def _slides(opened: OdfPackage) -> str:
    """Return the title of the first slide."""
    shown = slides_of(opened)
    return shown[0].title if shown else ""


def _sheets(opened: OdfPackage) -> str:
    """Return the name that somebody gave the first sheet: it is read out first."""
    names = [name_of(sheet) for sheet in sheets(opened)]
    return next((called for called in names[:1] if not is_default_name(called)), "")

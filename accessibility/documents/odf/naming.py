"""What an OpenDocument file calls itself where a reader sees it: see docs/adr/0009-a-title-that-is-seen.md."""

from accessibility.documents.base import Kind
from accessibility.documents.naming import NEAR_THE_TOP, first_named, is_a_page, naming
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import paragraphs, styles_of
from accessibility.documents.odf.sheets import is_default_name, name_of, sheets
from accessibility.documents.odf.slides import slides_of


def visible_title(opened: OdfPackage) -> str:
    """Return the title that the file shows as one, by style or place; else nothing."""
    found = {Kind.ODT: _text, Kind.ODP: _slides, Kind.ODS: _sheets}[opened.kind](opened)
    return naming(found, opened.language)


def is_one_page(opened: OdfPackage) -> bool:
    """Return whether a text has some words, but no more than a page of them."""
    return opened.kind is Kind.ODT and is_a_page(paragraphs(opened))


def _text(opened: OdfPackage) -> str:
    """Return a paragraph in the style Title, else the first heading of the first level."""
    styles = styles_of(opened)
    top = [row for row in paragraphs(opened) if row.text and not row.in_note][:NEAR_THE_TOP]
    return first_named([row for row in top if "title" in styles.names(row.style)], top)


def _slides(opened: OdfPackage) -> str:
    """Return the title of the first slide."""
    shown = slides_of(opened)
    return shown[0].title if shown else ""


def _sheets(opened: OdfPackage) -> str:
    """Return the name that somebody gave the first sheet: it is read out first."""
    names = [name_of(sheet) for sheet in sheets(opened)]
    return next((called for called in names[:1] if not is_default_name(called)), "")

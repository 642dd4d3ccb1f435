"""What a file calls itself where a reader sees it: see docs/adr/0009-a-title-that-is-seen.md."""

from accessibility.documents.base import Kind
from accessibility.documents.naming import NEAR_THE_TOP, first_named, is_a_page, naming
from accessibility.documents.ooxml.docx.paragraphs import paragraphs
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.pptx.slides import slides_of
from accessibility.documents.ooxml.xlsx.sheets import is_default_name, sheets_of, styled_title


def visible_title(opened: OoxmlPackage) -> str:
    """Return the title that the file shows as one, by style or place; else nothing."""
    found = {Kind.DOCX: _word, Kind.PPTX: _slides, Kind.XLSX: _workbook}[opened.kind](opened)
    return naming(found, opened.language)


def is_one_page(opened: OoxmlPackage) -> bool:
    """Return whether a text has some words, but no more than a page of them."""
    return opened.kind is Kind.DOCX and is_a_page(paragraphs(opened))


def _word(opened: OoxmlPackage) -> str:
    """Return a paragraph in the style Title, else the first heading of the first level."""
    top = [row for row in paragraphs(opened) if row.text][:NEAR_THE_TOP]
    return first_named([row for row in top if row.is_called("title")], top)


def _slides(opened: OoxmlPackage) -> str:
    """Return the title of the first slide."""
    shown = slides_of(opened)
    return shown[0].title if shown else ""


def _workbook(opened: OoxmlPackage) -> str:
    """Return the cell in the style Title, else the name that somebody gave the first sheet: it is read out first."""
    shown = [sheet.name for sheet in sheets_of(opened) if sheet.state == "visible"]
    return styled_title(opened) or next((called for called in shown[:1] if not is_default_name(called)), "")

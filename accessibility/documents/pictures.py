"""Pictures of pages for the report: which place has one, and the picture itself."""

from typing import Any

from accessibility.documents.base import Kind
from accessibility.documents.sandbox import Made, make_file
from accessibility.models import DocumentAudit
from library.models import CustomDocument


def has_picture(audit: DocumentAudit, place: dict[str, Any]) -> bool:
    """Return whether a page can be drawn with this place on it: of a PDF, with the place known."""
    return audit.format == Kind.PDF and bool(place.get("page") and place.get("bbox"))


def draw(document: CustomDocument, place: dict[str, Any]) -> bytes | None:
    """Return a PNG of the page with the place outlined, or None when the file cannot be drawn."""
    wish = {"page": place["page"], "places": [place["bbox"]]}
    try:
        with document.open_file() as file:
            made = make_file(file, "draw", wish)
    except FileNotFoundError:
        made = Made(error="missing")
    return None if made.error else made.data

"""From pages, snippets, rich text and plain HTML to one tree that rules can read."""

from accessibility.extract.html import from_html
from accessibility.extract.model import extract, language_of
from accessibility.extract.registry import register_extractor
from accessibility.extract.tree import ContentTree

__all__ = ["ContentTree", "extract", "from_html", "language_of", "register_extractor"]

"""Mends of Office files: importing this package registers them."""

from accessibility.documents.mends.ooxml import headings, language, lists, pictures, tables, title

__all__ = ["headings", "language", "lists", "pictures", "tables", "title"]

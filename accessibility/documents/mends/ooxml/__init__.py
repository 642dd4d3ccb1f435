"""Mends of Office files: importing this package registers them."""

from accessibility.documents.mends.ooxml import language, pictures, tables, title

__all__ = ["language", "pictures", "tables", "title"]

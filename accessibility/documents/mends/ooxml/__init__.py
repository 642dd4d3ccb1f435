"""Mends of Office files: importing this package registers them."""

from accessibility.documents.mends.ooxml import language, title

__all__ = ["language", "title"]

"""Checks of PowerPoint files; importing registers them."""

from accessibility.documents.ooxml.pptx import contrast, links, order, tables, timing, titles

__all__ = ["contrast", "links", "order", "tables", "timing", "titles"]

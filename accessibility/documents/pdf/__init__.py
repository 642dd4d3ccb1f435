"""Checks of PDF that are our own; importing registers them."""

from accessibility.documents.pdf import contrast, figures, headings, links, metadata, pages, tables

__all__ = ["contrast", "figures", "headings", "links", "metadata", "pages", "tables"]

"""Checks of PDF that are our own; importing registers them."""

from accessibility.documents.pdf import figures, headings, links, metadata, pages, tables

__all__ = ["figures", "headings", "links", "metadata", "pages", "tables"]

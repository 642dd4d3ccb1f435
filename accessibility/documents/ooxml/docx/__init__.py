"""Checks of Word files; importing registers them."""

from accessibility.documents.ooxml.docx import fakes, headings, layout, links, tables

__all__ = ["fakes", "headings", "layout", "links", "tables"]

"""Checks of Word files; importing registers them."""

from accessibility.documents.ooxml.docx import contents, contrast, fakes, forms, headings, layout, links, tables

__all__ = ["contents", "contrast", "fakes", "forms", "headings", "layout", "links", "tables"]

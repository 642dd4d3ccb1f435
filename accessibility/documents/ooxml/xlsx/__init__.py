"""Checks of Excel files; importing registers them."""

from accessibility.documents.ooxml.xlsx import formats, links, names, tables

__all__ = ["formats", "links", "names", "tables"]

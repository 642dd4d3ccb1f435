"""Mends of OpenDocument files: importing this package registers them."""

from accessibility.documents.mends.odf import headings, lists, pictures, properties, tables

__all__ = ["headings", "lists", "pictures", "properties", "tables"]

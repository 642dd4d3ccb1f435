"""Mends of PDF files: importing this package registers them."""

from accessibility.documents.mends.pdf import figures, properties, tables

__all__ = ["figures", "properties", "tables"]

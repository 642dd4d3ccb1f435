"""Mends of OpenDocument files: importing this package registers them."""

from accessibility.documents.mends.odf import pictures, properties, tables

__all__ = ["pictures", "properties", "tables"]

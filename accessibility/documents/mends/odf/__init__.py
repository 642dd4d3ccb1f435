"""Mends of OpenDocument files: importing this package registers them."""

from accessibility.documents.mends.odf import properties

__all__ = ["properties"]

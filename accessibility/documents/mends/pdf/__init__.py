"""Mends of PDF files: importing this package registers them."""

from accessibility.documents.mends.pdf import properties

__all__ = ["properties"]

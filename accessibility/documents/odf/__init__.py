"""Checks of OpenDocument files; importing registers them."""

from accessibility.documents.odf import common, drawing, text

__all__ = ["common", "drawing", "text"]

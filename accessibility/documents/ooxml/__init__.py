"""Checks of Word, PowerPoint and Excel files; importing registers them."""

from accessibility.documents.ooxml import common, docx, drawing, pptx, xlsx

__all__ = ["common", "docx", "drawing", "pptx", "xlsx"]

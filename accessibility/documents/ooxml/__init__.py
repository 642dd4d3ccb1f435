"""Checks of Word, PowerPoint and Excel files; importing registers them."""

from accessibility.documents.ooxml import alternatives, common, docx, pptx, xlsx

__all__ = ["alternatives", "common", "docx", "pptx", "xlsx"]

"""Faults in Word files (WordprocessingML, ECMA-376 part 1; WCAG 2.1 techniques for documents)."""

from tools.bench_documents.mutants.docx import forms, headings, images, language, layout, tables, text

__all__ = ["forms", "headings", "images", "language", "layout", "tables", "text"]

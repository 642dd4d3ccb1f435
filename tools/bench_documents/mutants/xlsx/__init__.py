"""Faults in workbooks (SpreadsheetML, ECMA-376 part 1; WCAG 2.1)."""

from tools.bench_documents.mutants.xlsx import looks, sheets

__all__ = ["looks", "sheets"]

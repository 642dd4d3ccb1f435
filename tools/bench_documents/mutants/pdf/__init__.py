"""Faults in PDF (ISO 32000-1, ISO 14289-1, the Matterhorn protocol; WCAG techniques PDF1 to PDF23)."""

from tools.bench_documents.mutants.pdf import content, document

__all__ = ["content", "document"]

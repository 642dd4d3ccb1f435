"""Faults in OpenDocument texts (OpenDocument 1.3; what LibreOffice's accessibility check calls by its issue ids)."""

from tools.bench_documents.mutants.odt import document, objects, text

__all__ = ["document", "objects", "text"]

"""Mutators: each injects one fault into a file by an edit of its raw XML. Written from standards, not from checks."""

from tools.bench_documents.mutants import docx, odt, pdf, pptx, xlsx
from tools.bench_documents.mutants.base import MUTATORS, Mutator


def every() -> dict[str, list[Mutator]]:
    """Return all mutators by format; importing the packages registered them."""
    return MUTATORS


__all__ = ["docx", "every", "odt", "pdf", "pptx", "xlsx"]

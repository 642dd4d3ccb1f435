"""Our own rules of PDF/UA: a part of part 2, and of part 1 for the day the engine goes."""

from accessibility.documents.pdf.ua import annotations, files, fonts, grid, identity, marks, nesting, roles, words
from accessibility.documents.pdf.ua.base import Part, run

__all__ = ["Part", "annotations", "files", "fonts", "grid", "identity", "marks", "nesting", "roles", "run", "words"]

"""Faults in presentations (PresentationML, ECMA-376 part 1; WCAG 2.1)."""

from tools.bench_documents.mutants.pptx import content, slides

__all__ = ["content", "slides"]

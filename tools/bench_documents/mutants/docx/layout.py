"""Layout by typing in Word files: WCAG 1.3.1, 1.3.2."""

from tools.bench_documents.made.docx import paragraph
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import BODY, append
from tools.bench_documents.package import Package


@injects("docx", "WM-DOCX-EMPTY-LINES")
def empty_lines_as_space(package: Package) -> bool:
    """Five empty paragraphs in a row."""
    return append(package, *["<w:p/>"] * 5)


@injects("docx", "WM-DOCX-SPACES")
def spaces_as_columns(package: Package) -> bool:
    """Words set apart by blanks."""
    return append(package, *[paragraph(f"{street}            Monday") for street in ("Mill Lane", "High Street")])


@injects("docx", "WM-OFFICE-LENGTH")
def very_long_text(package: Package) -> bool:
    """Some 34,000 words."""
    return append(package, *[paragraph(BODY)] * 2000)

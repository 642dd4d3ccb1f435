"""Headings, real and typed, in Word files: WCAG 1.3.1, 2.4.5, 2.4.6."""

from tools.bench_documents.made.docx import paragraph
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import (
    BODY,
    MAIN,
    append,
    elements,
    prepend,
    run,
    set_style_heading,
    styled,
    tag,
)
from tools.bench_documents.package import Package


@injects("docx", "WM-DOCX-HEADINGS")
def long_text_without_headings(package: Package) -> bool:
    """Every heading becomes plain text, and about a thousand words more follow."""
    if not package.has(MAIN):
        return False
    for one in elements(package, "pPr"):
        for name in ("pStyle", "outlineLvl"):
            for mark in one.findall(tag(name)):
                one.remove(mark)
    return append(package, *[paragraph(BODY)] * 65)


@injects("docx", "WM-DOCX-HEADING-ORDER")
def level_skipped(package: Package) -> bool:
    """From level 1 to level 3."""
    return append(package, styled("Roads and paths", 0), paragraph(BODY), styled("Street lamps", 2))


@injects("docx", "WM-DOCX-HEADING-START")
def begins_below_the_first_level(package: Package) -> bool:
    """The first heading of the file is of level 2 or 3; where there is none, one is put first."""
    return prepend(package, styled("Street lamps", 2))


@injects("docx", "WM-DOCX-HEADING-EMPTY")
def heading_without_words(package: Package) -> bool:
    """An empty line in the style of a heading."""
    style = set_style_heading(package)
    return bool(style) and append(package, f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>')


@injects("docx", "WM-DOCX-FAKE-HEADING")
def bold_line_as_heading(package: Package) -> bool:
    """Short bold lines with text below them."""
    lines = [f"<w:p>{run(words, '<w:b/>')}</w:p>{paragraph(BODY)}" for words in ("Opening hours", "How to pay")]
    return append(package, *lines)


@injects("docx", "WM-DOCX-FAKE-HEADING")
def large_line_as_heading(package: Package) -> bool:
    """Short lines in twice the size with text below them."""
    large = '<w:sz w:val="44"/>'
    lines = [f"<w:p>{run(words, large)}</w:p>{paragraph(BODY)}" for words in ("Opening hours", "How to pay")]
    return append(package, *lines)


@injects("docx", "WM-DOCX-CONTENTS")
def long_file_without_contents(package: Package) -> bool:
    """Some 6,000 words under thirty headings, and no table of contents."""
    parts = [styled(f"Ward {number}", 0) + paragraph(BODY) * 13 for number in range(1, 31)]
    return not elements(package, "instrText") and append(package, *parts)

"""Titles and languages of Word files: WCAG 2.4.2, 3.1.1, 3.1.2."""

from collections.abc import Iterator
from typing import Any

from tools.bench_documents.made.docx import paragraph
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.docx.common import append, tag, words_of
from tools.bench_documents.mutants.ooxml import is_english, set_title
from tools.bench_documents.package import Package


@injects("docx", "WM-OFFICE-TITLE")
def title_emptied(package: Package) -> bool:
    """No title at all."""
    return set_title(package, "")


@injects("docx", "WM-OFFICE-TITLE-POOR")
def title_is_the_program_s_own(package: Package) -> bool:
    """The name that Word gives a new file."""
    return set_title(package, "Microsoft Word - Document1.docx")


@injects("docx", "WM-OFFICE-TITLE-VAGUE", "WM-OFFICE-TITLE-POOR")
def title_says_nothing(package: Package) -> bool:
    """A word that fits every file."""
    return set_title(package, "Document")


def _languages(package: Package) -> Iterator[Any]:
    """Yield every mark of the language of Latin text."""
    for name in [part for part in package.parts if part.startswith("word/") and part.endswith(".xml")]:
        for kind in ("lang", "themeFontLang"):
            yield from package.xml(name).iter(tag(kind))


@injects("docx", "WM-OFFICE-LANGUAGE")
def language_removed(package: Package) -> bool:
    """No language anywhere."""
    marks = list(_languages(package))
    for mark in marks:
        mark.getparent().remove(mark)
    return bool(marks)


@injects("docx", "WM-OFFICE-LANGUAGE")
def language_is_no_code(package: Package) -> bool:
    """A word where a BCP 47 code belongs: primary subtags have two or three letters, or are registered."""
    marks = [mark for mark in _languages(package) if mark.get(tag("val"))]
    for mark in marks:
        mark.set(tag("val"), "en_GB.UTF-8")
    return bool(marks)


@injects("docx", "WM-OFFICE-LANGUAGE-WRONG")
def english_text_marked_as_french(package: Package) -> bool:
    """A language that the text is not in, everywhere."""
    marks = [mark for mark in _languages(package) if mark.get(tag("val"))]
    if not is_english(words_of(package)):
        return False
    for mark in marks:
        mark.set(tag("val"), "fr-FR")
    return bool(marks)


@injects("docx", "WM-OFFICE-LANGUAGE-PART")
def passage_in_another_language(package: Package) -> bool:
    """Two German paragraphs that carry the document's own language."""
    german = (
        "Die Mülltonnen werden jede Woche am gleichen Tag geleert. Bitte stellen Sie die Tonne bis sieben Uhr an die "
        "Straße, denn wir können früher kommen als sonst. Wenn ein Feiertag ist, kommen wir einen Tag später zu Ihnen."
    )
    return is_english(words_of(package)) and append(package, paragraph(german), paragraph(german))

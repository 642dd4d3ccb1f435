"""Title, language and ease of reading of every Office file (WCAG 2.4.2, 3.1.1, 3.1.2)."""

from collections.abc import Iterator, Sequence

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.ooxml.naming import is_one_page, visible_title
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.passages import Passage, passages
from accessibility.documents.reading import LONG_DOCUMENT, OLDEST, reading_age
from accessibility.documents.registry import register
from accessibility.documents.tongues import base, differs, guess, is_tag
from accessibility.documents.words import is_poor_title, is_vague_title

ALL = (Kind.DOCX, Kind.PPTX, Kind.XLSX)
TEXTS = (Kind.DOCX, Kind.PPTX)


@register
class Title:
    """A title in the file's properties that says what the file is."""

    rules = ("WM-OFFICE-TITLE", "WM-OFFICE-TITLE-POOR", "WM-OFFICE-TITLE-VAGUE")
    kinds = ALL

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when it is missing, left over from a program, or would fit any file.

        A file that shows its title as one, or is one page of text, can be told from others: that warns.
        """
        if not opened.title:
            shown = visible_title(opened)
            severity = Severity.WARN if shown or is_one_page(opened) else Severity.BLOCK
            yield Finding("WM-OFFICE-TITLE", severity=severity, parameters={"title": shown})
        elif is_poor_title(opened.title):
            yield Finding("WM-OFFICE-TITLE-POOR", parameters={"title": opened.title})
        elif is_vague_title(opened.title, opened.language):
            yield Finding("WM-OFFICE-TITLE-VAGUE", parameters={"title": opened.title})


@register
class Language:
    """The text is marked with its language. Excel has no place for one."""

    rules = ("WM-OFFICE-LANGUAGE",)
    kinds = TEXTS

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield when nothing tells the language, or what tells it is not the code of one."""
        if not is_tag(opened.language):
            yield Finding("WM-OFFICE-LANGUAGE")


@register
class LanguageOfText:
    """The marked language is the one that the text is in. A guess by script and small words: it warns."""

    rules = ("WM-OFFICE-LANGUAGE-WRONG", "WM-OFFICE-LANGUAGE-PART")
    kinds = TEXTS

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield passages in another language than they are marked with; where most are, the whole file is."""
        if not is_tag(opened.language):
            return
        rows = passages(opened)
        foreign = [row for row in rows if _is_foreign(row, opened.language)]
        judged = [row for row in rows if guess(row.text)]
        wrong = [row for row in foreign if row in judged]
        whole = _is_another(rows, opened.language)
        most = len(wrong) > 0.6 * len(judged)
        if most and (whole or len(judged) > 2):
            names = {"language": opened.language, "guess": guess(wrong[0].text)}
            yield Finding("WM-OFFICE-LANGUAGE-WRONG", (wrong[0].place,), len(wrong), parameters=names)
        elif whole and not foreign:
            yield Finding("WM-OFFICE-LANGUAGE-WRONG", parameters={"language": opened.language, "guess": whole})
        else:
            yield from gather("WM-OFFICE-LANGUAGE-PART", [row.place for row in foreign])


@register
class Reading:
    """How hard the text is, and how long: advice only."""

    rules = ("WM-OFFICE-READING", "WM-OFFICE-LENGTH")
    kinds = TEXTS

    def run(self, opened: OoxmlPackage) -> Iterator[Finding]:
        """Yield the reading age when it is above 14, and the words when they are many."""
        texts = [row.text for row in passages(opened)]
        age = reading_age(texts, opened.language)
        if age is not None and age > OLDEST:
            yield Finding("WM-OFFICE-READING", parameters={"age": str(age)})
        count = sum(len(text.split()) for text in texts)
        if count > LONG_DOCUMENT:
            yield Finding("WM-OFFICE-LENGTH", (Location(part=""),), parameters={"words": str(count)})


def _is_another(rows: Sequence[Passage], language: str) -> str:
    """Return the language of short lines taken together, such as slides are made of, where it is not the marked one."""
    marked = [row for row in rows if not any(row.languages) or base(row.languages[0] or language) == base(language)]
    told = guess(" ".join(row.text for row in marked))
    return told if told != base(language) else ""


def _is_foreign(row: Passage, language: str) -> bool:
    """Return whether a passage is in another language than it is marked with."""
    return differs(row.text, [marked for marked in row.languages if marked] or [language])

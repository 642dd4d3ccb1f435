"""Title, language and ease of reading of OpenDocument files (WCAG 2.4.2, 3.1.1, 3.1.2)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.odf.naming import is_one_page, visible_title
from accessibility.documents.odf.package import OdfPackage
from accessibility.documents.odf.paragraphs import Paragraph, paragraphs, styles_of
from accessibility.documents.reading import LONG_DOCUMENT, OLDEST, reading_age
from accessibility.documents.registry import register
from accessibility.documents.tongues import differs, is_tag
from accessibility.documents.words import is_poor_title, is_vague_title
from accessibility.documents.xml import find_all, name

ALL = (Kind.ODT, Kind.ODS, Kind.ODP)
TEXTS = (Kind.ODT, Kind.ODP)
_WITHOUT = (
    "office:styles/style:style[@style:family='paragraph']"
    "[style:text-properties[@fo:language='none' or @fo:language='zxx']]"
)


@register
class Title:
    """A title in the file's properties that says what the file is."""

    rules = ("WM-ODF-TITLE", "WM-ODF-TITLE-POOR", "WM-ODF-TITLE-VAGUE")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield when it is missing, left over from a program, or would fit any file.

        A file that shows its title as one, or is one page of text, can be told from others: that warns.
        """
        if not opened.title:
            shown = visible_title(opened)
            severity = Severity.WARN if shown or is_one_page(opened) else Severity.BLOCK
            yield Finding("WM-ODF-TITLE", severity=severity, parameters={"title": shown})
        elif is_poor_title(opened.title):
            yield Finding("WM-ODF-TITLE-POOR", parameters={"title": opened.title})
        elif is_vague_title(opened.title, opened.language):
            yield Finding("WM-ODF-TITLE-VAGUE", parameters={"title": opened.title})


@register
class Language:
    """The default style tells the language, and no paragraph style takes it away."""

    rules = ("WM-ODF-LANGUAGE", "WM-ODF-LANGUAGE-STYLE")
    kinds = ALL

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield when it does not; else the styles that set the language to none (LibreOffice STYLE_LANGUAGE)."""
        if not is_tag(opened.language):
            yield Finding("WM-ODF-LANGUAGE")
            return
        rows = find_all(opened.styles, _WITHOUT) if opened.styles is not None else []
        none = [Location(excerpt=row.get(name("style:name"), "").replace("_20_", " ")) for row in rows]
        yield from gather("WM-ODF-LANGUAGE-STYLE", none)


@register
class LanguageOfParts:
    """Each passage is marked with the language it is in. A guess by script and small words: it warns."""

    rules = ("WM-ODF-LANGUAGE-PART",)
    kinds = TEXTS

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield passages in another language than they are marked with."""
        if not is_tag(opened.language):
            return
        foreign = [row for row in paragraphs(opened) if row.text and differs(row.text, _languages(opened, row))]
        yield from gather("WM-ODF-LANGUAGE-PART", [row.place for row in foreign])


@register
class Reading:
    """How hard the text is, and how long: advice only."""

    rules = ("WM-ODF-READING", "WM-ODF-LENGTH")
    kinds = TEXTS

    def run(self, opened: OdfPackage) -> Iterator[Finding]:
        """Yield the reading age when it is above 14, and the words when they are many."""
        texts = [row.text for row in paragraphs(opened) if not row.in_index]
        age = reading_age(texts, opened.language)
        if age is not None and age > OLDEST:
            yield Finding("WM-ODF-READING", parameters={"age": str(age)})
        count = sum(len(text.split()) for text in texts)
        if count > LONG_DOCUMENT:
            yield Finding("WM-ODF-LENGTH", parameters={"words": str(count)})


def _languages(opened: OdfPackage, row: Paragraph) -> list[str]:
    """Return the languages that the longest run of a paragraph is marked with, for Latin and for other letters."""
    styles, longest = styles_of(opened), max(row.runs, key=lambda run: len(run.text))
    places = [*(("text", called) for called in longest.styles), ("paragraph", row.style)]
    found = [
        next((value for family, called in places if (value := styles.value(family, called, "text", attribute))), "")
        for attribute in ("fo:language", "style:language-complex", "style:language-asian")
    ]
    return [found[0] or opened.language, *(code for code in found[1:] if code)]

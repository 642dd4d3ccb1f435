"""The language, reading age and length of the text (WCAG 3.1.1, 3.1.2; PDF16, PDF19)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.reading import LONG_DOCUMENT, OLDEST, reading_age
from accessibility.documents.registry import register
from accessibility.documents.tongues import differs, guess

_PASSAGES = frozenset(("P", "LBody", "BlockQuote", "TD", "Quote", "Note", "FENote", "Caption", "Span"))
#: Text from the start of a file by which its language is guessed, in characters.
ENOUGH_TO_GUESS = 20_000


@register
class LanguageOfParts:
    """What is in another language says so, and the file's own language is the one that it names."""

    rules = ("WM-PDF-LANGUAGE-OTHER", "WM-PDF-LANGUAGE-WRONG")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the file when most of it reads like another language, else the passages that do. Guesses: they warn."""
        told = guess(_whole(opened)[:ENOUGH_TO_GUESS])
        if opened.language and told and told != opened.language.lower().split("-")[0]:
            yield Finding("WM-PDF-LANGUAGE-WRONG", parameters={"language": opened.language, "guess": told})
            return
        foreign = []
        for index, element in enumerate(opened.elements):
            language = element.language or opened.language
            text = opened.layout.own_text(index) if element.type in _PASSAGES else ""
            if text and language and differs(text, [language]):
                foreign.append(opened.place(index, text))
        yield from gather("WM-PDF-LANGUAGE-OTHER", foreign)


@register
class Prose:
    """Advice for the writer: what is hard to read, and what is too long for a file."""

    rules = ("WM-PDF-READING", "WM-PDF-LENGTH")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the reading age of the paragraphs when it is high, and the number of words when it is great."""
        whole = _whole(opened)
        age = reading_age(_paragraphs(opened) or [whole], opened.language)
        if age is not None and age > OLDEST:
            yield Finding("WM-PDF-READING", parameters={"age": str(age)})
        words = len(whole.split())
        if words > LONG_DOCUMENT:
            yield Finding("WM-PDF-LENGTH", parameters={"words": str(words)})


def _whole(opened: OpenedPdf) -> str:
    """Return the text of all pages in one line."""
    texts = (opened.contents.text(number) for number in range(1, opened.pages_checked + 1))
    return " ".join(" ".join(texts).split())


def _paragraphs(opened: OpenedPdf) -> list[str]:
    """Return the tagged paragraphs."""
    return [opened.layout.block(index).text for index, one in enumerate(opened.elements) if one.type in ("P", "LBody")]

"""Plain English. These rules advise; they speak up for English only and say so for other languages."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Paragraph
from accessibility.rules.base import Fault, Rule
from accessibility.rules.plain_english import plain_english
from accessibility.rules.registry import register_rule

HIGHEST_ARI = 9.0
LEAST_WORDS = 40
CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[ ,'’-]+[A-Z]{2,}){3,}\b")


@register_rule
class LongSentence(Rule):
    """A sentence has at most 25 words."""

    id = "sentence-length"
    criteria = ("3.1.5",)
    level = "warn"
    why = gettext_lazy("Long sentences are hard for people who read slowly or in a second language.")
    how = gettext_lazy("Split it into two sentences, or use a list.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield sentences over 25 words."""
        for paragraph in content.all(Paragraph):
            for sentence in plain_english(paragraph.text, paragraph.language).long_sentences:
                words = {"words": len(sentence.split())}
                yield Fault(paragraph.place, _("This sentence has %(words)s words.") % words, sentence)


@register_rule
class ReadingAge(Rule):
    """The text as a whole can be read at the age of about 14 (ARI 9)."""

    id = "reading-age"
    criteria = ("3.1.5",)
    level = "warn"
    why = gettext_lazy("The average adult in the UK reads like a child of 9 to 11.")
    how = gettext_lazy("Use shorter sentences and shorter words.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield one fault for the page when its Automated Readability Index is over 9."""
        paragraphs = [paragraph for paragraph in content.all(Paragraph) if len(paragraph.text.split()) > 3]
        reading = plain_english("\n\n".join(paragraph.text for paragraph in paragraphs), content.language)
        if reading.supported and reading.words >= LEAST_WORDS and reading.ari > HIGHEST_ARI:
            message = _("The text scores %(ari)s for reading; aim for 7, at most 9.") % {"ari": round(reading.ari, 1)}
            yield Fault(paragraphs[0].place, message)


@register_rule
class WordsToAvoid(Rule):
    """Everyday words instead of officialese."""

    id = "words-to-avoid"
    criteria = ("3.1.5",)
    level = "warn"
    why = gettext_lazy("Official words slow readers down and make them feel that the page is not for them.")
    how = gettext_lazy("Use the everyday word.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield each word of the table with its replacement."""
        for paragraph in content.all(Paragraph):
            for word, better in plain_english(paragraph.text, paragraph.language).words_to_avoid:
                message = _("Instead of “%(word)s” you can say “%(better)s”.") % {"word": word, "better": better}
                yield Fault(paragraph.place, message, word)


@register_rule
class Capitals(Rule):
    """No shouting."""

    id = "capitals"
    level = "warn"
    why = gettext_lazy("Capitals are harder to read, and some screen readers spell them out.")
    how = gettext_lazy("Write it in normal letters. Use a warning block for what matters most.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield four or more words in capitals."""
        for paragraph in content.all(Paragraph):
            for match in CAPITALS.finditer(paragraph.text):
                yield Fault(paragraph.place, _("“%(text)s” is in capitals.") % {"text": match[0]}, match[0])

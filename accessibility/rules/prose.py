"""Plain English. These rules advise; they speak up for English only and say so for other languages."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Heading, Paragraph
from accessibility.rules.base import Fault, Rule
from accessibility.rules.plain_english import plain_english
from accessibility.rules.registry import register_rule

HIGHEST_ARI = 9.0
HIGHEST_LIX = 55.0
LEAST_WORDS = 40
LONG_TEXT = 400
LETTERS = re.compile(r"(?<![\w/-])[A-Z]{2,5}(?![\w/-])")
#: Letters that everybody in the United Kingdom knows, and Roman numbers.
KNOWN = frozenset((
    "UK", "US", "USA", "EU", "NHS", "BBC", "TV", "PDF", "ID", "OK", "MP", "MPS", "VAT", "CV", "DVD", "FAQ", "GP", "IT",
    "SMS", "URL", "WC", "BC", "AD", "AM", "PM", "CCTV", "DIY", "GPS", "HIV", "DNA", "MOT", "PIN", "QR", "II", "III",
    "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "DVLA", "HMRC", "BSL", "KB", "MB", "GB", "PO", "USB", "NB",
))  # fmt: skip
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
class Passive(Rule):
    """It is said who does what."""

    id = "passive"
    criteria = ("3.1.5",)
    level = "warn"
    why = gettext_lazy("“The form must be submitted” does not say by whom, and is harder to follow.")
    how = gettext_lazy("Say who does it: “Send us the form”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield one fault a paragraph, with its first passive."""
        for paragraph in content.all(Paragraph):
            for words in plain_english(paragraph.text, paragraph.language).passives[:1]:
                yield Fault(paragraph.place, _("“%(words)s” does not say who does it.") % {"words": words}, words)


@register_rule
class LongWords(Rule):
    """The text is not made of long words and long sentences (LIX, Björnsson 1968)."""

    id = "reading-lix"
    criteria = ("3.1.5",)
    level = "warn"
    why = gettext_lazy("Long words in long sentences tire readers, and people who read in a second language give up.")
    how = gettext_lazy("Use shorter words, and one thought a sentence.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield paragraphs with a LIX over 55, which is that of laws and officialese."""
        for paragraph in content.all(Paragraph):
            reading = plain_english(paragraph.text, paragraph.language)
            if reading.words >= LEAST_WORDS and reading.lix > HIGHEST_LIX:
                message = _("This paragraph scores %(lix)s for hard words; aim for 40.") % {"lix": round(reading.lix)}
                yield Fault(paragraph.place, message, paragraph.text)


@register_rule
class Abbreviation(Rule):
    """An abbreviation is written out where it first stands."""

    id = "abbreviation"
    criteria = ("3.1.4",)
    level = "warn"
    why = gettext_lazy("Letters that staff use every day mean nothing to most residents.")
    how = gettext_lazy("Write it out the first time, with the letters in brackets.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield the first use of letters that are never written out, and that not everybody knows."""
        seen: set[str] = set()
        whole = " ".join(paragraph.text for paragraph in content.all(Paragraph))
        for paragraph in content.all(Paragraph):
            if not paragraph.language.startswith("en") or CAPITALS.search(paragraph.text):
                continue
            for match in LETTERS.finditer(paragraph.text):
                word = match[0]
                if word not in KNOWN and word not in seen and not re.search(rf"\({word}\)|\b{word}s? \(", whole):
                    yield Fault(paragraph.place, _("“%(word)s” is not written out.") % {"word": word}, word)
                seen.add(word)


@register_rule
class FewHeadings(Rule):
    """A long text has headings."""

    id = "headings-few"
    criteria = ("2.4.6",)
    level = "warn"
    scope = "model"
    why = gettext_lazy("People look for the one thing they came for, and headings lead them there.")
    how = gettext_lazy("Put a heading over each part.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield one fault for a text of more than 400 words with fewer than two headings, in any language."""
        paragraphs = list(content.all(Paragraph))
        words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
        if words > LONG_TEXT and sum(1 for _heading in content.all(Heading)) < 2:
            message = _("This text has %(words)s words and fewer than two headings.") % {"words": words}
            yield Fault(paragraphs[0].place, message)


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

"""Letters and marks that look like something and are read as something else: WCAG 1.3.1, 1.1.1. Advice."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Paragraph
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

#: Mathematical and enclosed alphabets and full-width letters, which people use as bold, italic or script.
STYLED = re.compile("[\U0001d400-\U0001d7ff\U0001f130-\U0001f189\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]{2,}")
EMOJI = re.compile(
    "(?:[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55][\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d)?\\s?){3,}"
)
BULLET = re.compile(r"^\s*(?:[-–—•·*●▪◦‣»]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S", re.IGNORECASE)
LEAST_ITEMS = 3
LONG_ITALICS = 120


@register_rule
class StyledLetters(Rule):
    """Letters are letters, not signs that look like them."""

    id = "styled-letters"
    criteria = ("1.3.1",)
    level = "warn"
    why = gettext_lazy("Screen readers spell such signs out one by one, or pass over them.")
    how = gettext_lazy("Type it in normal letters, and use bold where it matters.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield runs of such signs, with what they should be."""
        for paragraph in content.all(Paragraph):
            if not paragraph.text.isascii():
                for match in STYLED.finditer(paragraph.text):
                    words = {"text": match[0], "plain": unicodedata.normalize("NFKC", match[0])}
                    yield Fault(paragraph.place, _("“%(text)s” should be “%(plain)s”.") % words, match[0])


@register_rule
class EmojiRun(Rule):
    """Not a row of emoji."""

    id = "emoji-run"
    criteria = ("1.1.1",)
    level = "warn"
    why = gettext_lazy("Screen readers say the full name of each one.")
    how = gettext_lazy("Use one at most, at the end, and say in words what you mean.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield rows of three or more."""
        for paragraph in content.all(Paragraph):
            if not paragraph.text.isascii() and (match := EMOJI.search(paragraph.text)):
                yield Fault(paragraph.place, _("“%(text)s” is a row of emoji.") % {"text": match[0]}, match[0])


@register_rule
class BlankParagraph(Rule):
    """A paragraph has words."""

    id = "paragraph-blank"
    criteria = ("1.3.1",)
    level = "warn"
    why = gettext_lazy("Screen readers stop at it and say “blank”.")
    how = gettext_lazy("Remove the empty line. The space between paragraphs comes by itself.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield empty paragraphs."""
        for paragraph in content.all(Paragraph):
            if not paragraph.text:
                yield Fault(paragraph.place, _("This paragraph is empty."))


@register_rule
class FakeList(Rule):
    """What looks like a list is one."""

    id = "list-fake"
    criteria = ("1.3.1",)
    level = "warn"
    why = gettext_lazy("Screen readers say how many items a list has. Dashes and numbers typed by hand are no list.")
    how = gettext_lazy("Use the button for a list, and remove the dashes or numbers.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield the first of three or more paragraphs in a row that start with a dash, a bullet or a number."""
        run: list[Paragraph] = []
        for paragraph in [*content.all(Paragraph), None]:
            if paragraph is not None and BULLET.match(paragraph.text):
                run.append(paragraph)
                continue
            if len(run) >= LEAST_ITEMS:
                message = _("“%(text)s” starts a list that is typed by hand.") % {"text": run[0].text[:60]}
                yield Fault(run[0].place, message, run[0].text)
            run = []


@register_rule
class LongItalics(Rule):
    """Long text is upright."""

    id = "italics"
    criteria = ("1.4.8",)
    level = "warn"
    why = gettext_lazy("Slanted letters are hard to read, above all with dyslexia.")
    how = gettext_lazy("Use italics for single words only.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield paragraphs that are all in italics and longer than a line or two."""
        for paragraph in content.all(Paragraph):
            if paragraph.italic and len(paragraph.text) > LONG_ITALICS:
                yield Fault(paragraph.place, _("This paragraph is all in italics."), paragraph.text)

"""Words in another language, and words that run the other way: WCAG 3.1.2, 1.3.2."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.documents.tongues import differs
from accessibility.extract.tree import ContentTree, Paragraph
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "ckb")
RTL_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
#: Shorter texts are names and single words, which may stand unmarked.
LEAST_LETTERS = 40
LEAST_RTL = 15


@register_rule
class OtherLanguage(Rule):
    """A paragraph in another language names it."""

    id = "language-unmarked"
    criteria = ("3.1.2",)
    level = "warn"
    scope = "model"
    why = gettext_lazy("The screen reader reads it with the voice of the wrong language, and nobody understands it.")
    how = gettext_lazy("Put these words on a page in their own language, and link to it.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield paragraphs of 40 characters or more."""
        for paragraph in content.all(Paragraph):
            long = len(paragraph.text) >= LEAST_LETTERS and not paragraph.marked and bool(paragraph.language)
            if long and differs(paragraph.text, [paragraph.language]):
                yield Fault(paragraph.place, _("This seems to be in another language than the page."), paragraph.text)


@register_rule
class OtherDirection(Rule):
    """Words that run from right to left stand in a page that does, or are marked."""

    id = "direction"
    criteria = ("1.3.2",)
    scope = "model"
    why = gettext_lazy("Full stops and numbers jump to the wrong side, so the sentence cannot be read.")
    how = gettext_lazy("Put these words on the page in their own language, and link to it.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield paragraphs that are mostly in such letters, on pages of other languages."""
        if content.language.split("-")[0] in RIGHT_TO_LEFT:
            return
        for paragraph in content.all(Paragraph):
            if paragraph.text.isascii() or paragraph.marked:
                continue
            letters = len(RTL_LETTERS.findall(paragraph.text))
            if letters >= LEAST_RTL and letters * 2 > sum(map(str.isalpha, paragraph.text)):
                message = _("This runs from right to left, on a page that runs from left to right.")
                yield Fault(paragraph.place, message, paragraph.text)

"""Words that lean on the senses: WCAG 1.3.3 and 1.4.1. English only; other languages are not judged."""

import re
from collections.abc import Iterator
from typing import ClassVar

from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Paragraph
from accessibility.rules.base import Fault, Rule, Words
from accessibility.rules.registry import register_rule

_THING = (
    r"(?:button|icon|menu|box|link|links|field|fields|column|panel|section|image|picture|sign|arrow|tab|form|list|"
    r"navigation|item|items|text|words|area|areas|line|lines|row|rows|cell|cells|dot|dots)"
)
_SHAPE = r"(?:round|square|triangular|triangle|circular|circle|rectangular|oval|star|big|large|small)"
_HUE = r"(?:red|green|blue|yellow|orange|purple|pink|grey|gray|black|white|brown|amber)"

SHAPE_OR_PLACE = re.compile(
    rf"\b(?:on|to|at|in) the (?:(?:far|top|bottom|upper|lower|very) )?(?:right|left|top|bottom)(?:[- ]hand)?"
    rf"(?: (?:side|corner|column|menu|panel))?\b(?! (?:away|now|time|of (?:way|centre)))"
    rf"|\bthe {_SHAPE} {_THING}\b|\b(?:right|left)[- ]hand (?:side|column|menu|panel)\b"
    rf"|\b(?:press|click|see|use) the {_SHAPE}\b",
    re.IGNORECASE,
)
COLOUR = re.compile(
    rf"\b(?:marked|shown|highlighted|written|printed|displayed|coloured|colored|appear|appears|are|is) in {_HUE}\b"
    rf"|\bthe {_HUE} {_THING}\b|\bin the {_HUE}\b"
    rf"|\b(?:the )?{_HUE} (?:ones|\w+s)\b[^.]{{0,80}}(?:\.|,|;)?[^.]{{0,20}}\b(?:the )?{_HUE} (?:ones|\w+s)\b",
    re.IGNORECASE,
)


class SensoryRule(Rule):
    """Looks for words in English text."""

    level = "warn"
    scope = "model"
    pattern: ClassVar[re.Pattern[str]]
    message: ClassVar[Words]

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield the words; on a plain page the rules over HTML do it, which know the element."""
        for paragraph in content.all(Paragraph):
            if not paragraph.language.startswith("en"):
                continue
            for match in self.pattern.finditer(paragraph.text):
                yield Fault(paragraph.place, str(self.message) % {"text": match[0]}, match[0])


@register_rule
class SensoryPlace(SensoryRule):
    """Nothing is named by its place or shape alone."""

    id = "sensory-words"
    criteria = ("1.3.3",)
    pattern = SHAPE_OR_PLACE
    message = gettext_lazy("“%(text)s” says only where it is or what it looks like.")
    why = gettext_lazy("People who cannot see the page, or see it in one column on a phone, do not find it.")
    how = gettext_lazy("Name it by its heading or label too.")


@register_rule
class SensoryColour(SensoryRule):
    """Nothing is told by colour alone."""

    id = "colour-words"
    criteria = ("1.4.1",)
    pattern = COLOUR
    message = gettext_lazy("“%(text)s” tells things apart by their colour.")
    why = gettext_lazy("People who do not see the colour cannot tell them apart.")
    how = gettext_lazy("Say in words which is which.")

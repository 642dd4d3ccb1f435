"""Words that lean on the senses: WCAG 1.3.3 and 1.4.1, in English. The ids in brackets are those of ACT rules."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule
from accessibility.rules.sensory import COLOUR, SHAPE_OR_PLACE

TEXT = ("p", "li", "td", "dd", "label", "legend", "h1", "h2", "h3", "h4", "span", "div", "strong", "figcaption")


class WordRule(HtmlRule):
    """A rule over the text that stands in an element itself."""

    level = "warn"
    pattern: re.Pattern[str]

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        for element in page.all(*TEXT):
            own = " ".join([element.text or "", *((child.tail or "") for child in element)])
            if not page.hidden(element) and self.pattern.search(own):
                yield element


@register_rule
class Place(WordRule):
    """Nothing is named by its place or shape alone (9bd38c)."""

    id = "html-sensory"
    criteria = ("1.3.3",)
    pattern = SHAPE_OR_PLACE
    message = _("This names something by where it is or what it looks like.")
    why = _("People who cannot see the page, or see it in one column, do not find it.")
    how = _("Name it by its heading or label too.")


@register_rule
class Colour(WordRule):
    """Nothing is told by colour alone."""

    id = "html-colour-words"
    criteria = ("1.4.1", "1.3.3")
    pattern = COLOUR
    message = _("This tells things apart by their colour.")
    why = _("People who do not see the colour cannot tell them apart.")
    how = _("Say in words which is which.")

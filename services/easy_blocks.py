"""Blocks of an Easy Read page: a picture a point, and short sentences."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

#: Words a sentence may have: the advice of those who write Easy Read with people who read it.
MOST_WORDS = 15
_END = re.compile(r"(?<=[.!?])\s+|\n+")


def longest_sentence(text: str) -> int:
    """Return how many words the longest sentence has."""
    return max((len(sentence.split()) for sentence in _END.split(text)), default=0)


class PointBlock(blocks.StructBlock):
    """One thing to know."""

    picture = ImageBlock(label=_("Picture"), help_text=_("It shows what the words say, so it is usually decorative."))
    text = blocks.TextBlock(label=_("Words"), max_length=300, rows=3, help_text=_("One or two short sentences."))

    class Meta:
        icon = "image"
        label = _("Point")

    def clean(self, value: Any) -> Any:
        """Refuse a sentence that is too long for Easy Read."""
        cleaned = super().clean(value)
        words = longest_sentence(cleaned["text"])
        if words > MOST_WORDS:
            message = _("This sentence has %(words)d words. In Easy Read a sentence has at most %(most)d.")
            error = ValidationError(message, params={"words": words, "most": MOST_WORDS})
            raise StructBlockValidationError(block_errors={"text": error})
        return cleaned


class PointsBlock(blocks.StreamBlock):
    """Points in their order, under headings where there are many."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=60, icon="title")
    point = PointBlock()

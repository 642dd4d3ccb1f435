"""Blocks of the home page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TopTaskBlock(blocks.StructBlock):
    """A page that many people come for, in the words that they use for it."""

    page = blocks.PageChooserBlock(label=_("Page"))
    label = blocks.CharBlock(
        required=False, max_length=60, label=_("Words on the link"), help_text=_("Without words, the title is used.")
    )

    class Meta:
        icon = "pick"


class TopTasksBlock(blocks.StreamBlock):
    """Tasks in their order."""

    task = TopTaskBlock()

    class Meta:
        max_num = 12

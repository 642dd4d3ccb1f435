"""Blocks of the signposting page: what people need help with, in their words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from services.directory_blocks import OptionBlock


class NeedBlock(OptionBlock):
    """A need to tick. It fits what has its key among its answers, and what holds one of its words."""

    words = blocks.ListBlock(
        blocks.CharBlock(max_length=40), label=_("Words that say so"), default=[], help_text=_("For example: rent.")
    )

    class Meta:
        icon = "help"
        label = _("Need")


class NeedsBlock(blocks.StreamBlock):
    """All needs of the page."""

    need = NeedBlock()

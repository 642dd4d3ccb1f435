"""Blocks of the page types in this room; the text blocks are in ``core.blocks``."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import BodyBlock, PictureBlock


class SlugBlock(blocks.RegexBlock):
    """A part of an address. It is the same in every language, so translators never see it."""

    def __init__(self, **kwargs: Any) -> None:
        message = _("Use small letters, digits and hyphens only.")
        super().__init__(regex=r"^[a-z0-9]+(-[a-z0-9]+)*$", error_messages={"invalid": message}, **kwargs)

    def get_translatable_segments(self, _value: str) -> list[Any]:
        """Give wagtail-localize nothing to translate."""
        return []

    def restore_translated_segments(self, value: str, _segments: list[Any]) -> str:
        """Keep the address."""
        return value


class RelatedBlock(blocks.StreamBlock):
    """Pages to go on to."""

    page = blocks.PageChooserBlock()

    class Meta:
        max_num = 6


class StepBlock(blocks.StructBlock):
    """One step of a task, in words that stand alone without the video."""

    title = blocks.CharBlock(max_length=120, label=_("What to do"))
    text = blocks.RichTextBlock(features=["bold", "link", "ol", "ul"], required=False, label=_("How"))
    picture = PictureBlock(
        required=False, label=_("Still picture"), help_text=_("What the screen shows, for people on a poor line.")
    )

    class Meta:
        icon = "list-ol"


class StepsBlock(blocks.StreamBlock):
    """Steps in their order."""

    step = StepBlock()


class ChapterBlock(blocks.StructBlock):
    """A chapter of a guide, with an address of its own."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    slug = SlugBlock(
        required=False, max_length=80, label=_("Address"), help_text=_("Without one, the title makes the address.")
    )
    body = BodyBlock(label=_("Text"))

    class Meta:
        icon = "doc-full"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Make the address from the title where none was given."""
        value["slug"] = value.get("slug") or slugify(value.get("title") or "")[:80].strip("-")
        return super().clean(value)

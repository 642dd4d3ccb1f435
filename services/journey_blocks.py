"""Blocks of a step by step."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class TaskBlock(blocks.StructBlock):
    """One thing to do inside a step: a page of ours, another website, or only words."""

    text = blocks.CharBlock(label=_("What to do"), max_length=120)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)
    note = blocks.CharBlock(label=_("Note"), max_length=80, required=False, help_text=_("For example what it costs."))

    class Meta:
        icon = "tick"
        label = _("Task")

    def clean(self, value: Any) -> Any:
        """Refuse two places for one link."""
        cleaned = super().clean(value)
        if cleaned["page"] and cleaned["url"]:
            message = ValidationError(_("Choose a page or write an address: one of them, not both."))
            raise StructBlockValidationError(block_errors={"url": message})
        return cleaned


class JourneyStepBlock(blocks.StructBlock):
    """A step: what it is, what to know, and what to do in it."""

    title = blocks.CharBlock(label=_("Step"), max_length=120)
    follows = blocks.ChoiceBlock(
        label=_("How it follows"),
        choices=[("then", _("after the step before")), ("and", _("at the same time")), ("or", _("instead of it"))],
        default="then",
    )
    text = blocks.RichTextBlock(label=_("What to know"), features=["bold", "link", "ul"], required=False)
    tasks = blocks.ListBlock(TaskBlock(), label=_("Tasks"), default=[])

    class Meta:
        icon = "list-ol"
        label = _("Step")


class JourneyBlock(blocks.StreamBlock):
    """Steps in their order."""

    step = JourneyStepBlock()


class TasksBlock(blocks.StreamBlock):
    """Things that somebody deals with, each with a way there."""

    task = TaskBlock()

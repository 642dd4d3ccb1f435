"""Blocks that tell the reader what to do."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.text import ParagraphBlock


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    text = ParagraphBlock(label=_("More about it"), required=False)


class StepsBlock(blocks.StructBlock):
    """Numbered steps, in the order in which they are done."""

    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2)

    class Meta:
        icon = "list-ol"
        label = _("Numbered steps")
        template = "blocks/steps.jinja"


class CallToActionBlock(blocks.StructBlock):
    """One green button: the task that the page is for. It leads to a page of ours or to an address elsewhere."""

    text = blocks.CharBlock(
        label=_("Words of the button"), max_length=60, help_text=_("Start with what the reader does.")
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)
    note = blocks.CharBlock(
        label=_("Line under the button"),
        max_length=120,
        required=False,
        help_text=_("For example how long it takes, and what you need."),
    )

    class Meta:
        icon = "arrow-right"
        label = _("Start button")
        template = "blocks/call_to_action.jinja"

    def clean(self, value: Any) -> Any:
        """Refuse a button that leads nowhere, or to two places."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = ValidationError(_("Choose a page or write an address: one of them, not both."))
            raise StructBlockValidationError(block_errors={"page": message})
        return cleaned

"""Blocks of a directory: what its entries can be sorted by."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from services.blocks import SlugBlock


class OptionBlock(blocks.StructBlock):
    """One answer, such as "Young people"; its key stands in addresses and on entries."""

    label = blocks.CharBlock(label=_("Words"), max_length=60)
    key = SlugBlock(label=_("Key"), required=False, max_length=60, help_text=_("Without one, the words make the key."))

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Make the key from the words where none was given."""
        value["key"] = value.get("key") or slugify(value.get("label") or "")[:60].strip("-")
        return super().clean(value)


class FacetBlock(blocks.StructBlock):
    """A question that narrows the list down, such as "Who is it for?"."""

    name = blocks.CharBlock(label=_("Question"), max_length=60)
    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2)

    class Meta:
        icon = "list-ul"


class FacetsBlock(blocks.StreamBlock):
    """All questions of a directory."""

    facet = FacetBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        """Refuse one key twice: entries and addresses know answers by their keys."""
        cleaned = super().clean(value)
        taken: set[str] = set()
        errors = {}
        for position, facet in enumerate(cleaned):
            keys = [option["key"] for option in facet.value["options"]]
            twice = [key for key in keys if key in taken or keys.count(key) > 1]
            if twice:
                errors[position] = ValidationError(_("The key “%(key)s” is used twice."), params={"key": twice[0]})
            taken.update(keys)
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned

"""When a step is shown: one flat list, all or any of it. The compiled form holds a tree."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.keys import KeyBlock, ValueBlock

OPERATORS = [
    ("is", _("is")),
    ("is_not", _("is not")),
    ("contains", _("contains")),
    ("not_contains", _("does not contain")),
    ("answered", _("has an answer")),
    ("unanswered", _("has no answer")),
    ("lt", _("is less than")),
    ("lte", _("is at most")),
    ("gt", _("is more than")),
    ("gte", _("is at least")),
    ("before", _("is before the date")),
    ("after", _("is after the date")),
]


class ConditionBlock(blocks.StructBlock):
    """One comparison with an earlier answer."""

    key = KeyBlock(label=_("key of an earlier question"))
    op = blocks.ChoiceBlock(choices=OPERATORS, default="is", label=_("comparison"))
    value = ValueBlock(required=False, label=_("value"), help_text=_("For a choice: the key of the option."))


class ShowIfBlock(blocks.StructBlock):
    """Show this step only if all (or any) of these hold. An empty list means always."""

    match = blocks.ChoiceBlock(
        choices=[("all", _("all of these are true")), ("any", _("any of these is true"))],
        default="all",
        label=_("show this step if"),
    )
    conditions = blocks.ListBlock(ConditionBlock(), default=[], label=_("conditions"))

    class Meta:
        icon = "view"
        label = _("When to show this step")

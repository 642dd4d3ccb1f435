"""When a step is shown: one flat list, all or any of it. The compiled form holds a tree."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.keys import KeyBlock, Untranslated, ValueBlock
from forms.engine.conditions import read_tree

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
    ("on_or_before", _("is on or before the date")),
    ("after", _("is after the date")),
    ("on_or_after", _("is on or after the date")),
    ("longer_than", _("is longer than")),
    ("shorter_than", _("is shorter than")),
    ("has_length", _("has the length")),
]


class ConditionBlock(blocks.StructBlock):
    """One comparison with an earlier answer."""

    key = KeyBlock(
        required=True, label=_("Key of an earlier question"), help_text=_("Or the address of a step that repeats.")
    )
    op = blocks.ChoiceBlock(choices=OPERATORS, default="is", label=_("Comparison"))
    value = ValueBlock(
        required=False,
        label=_("Value"),
        help_text=_("For a choice: the key of the option. For a date: 2026-04-01, today, today-16y or today+28d."),
    )


class ImportedBlock(Untranslated, blocks.TextBlock):
    """A condition from another system that no flat list can say, as the JSON of its tree: to keep or to delete."""

    def clean(self, value: str) -> str:
        """Refuse what is no tree."""
        text: str = super().clean(value)
        if text and not read_tree(text):
            raise ValidationError(_("This imported condition cannot be read. Delete it and write your own."))
        return text


class ShowIfBlock(blocks.StructBlock):
    """Show this step only if all (or any) of these hold. An empty list means always."""

    match = blocks.ChoiceBlock(
        choices=[("all", _("all of these are true")), ("any", _("any of these is true"))],
        default="all",
        label=_("Show this step if"),
    )
    conditions = blocks.ListBlock(ConditionBlock(), default=[], label=_("Conditions"))
    imported = blocks.ListBlock(
        ImportedBlock(rows=3, required=False), default=[], max_num=1, label=_("Imported condition, which must hold too")
    )

    class Meta:
        icon = "view"
        label = _("When to show this step")
        form_layout = blocks.BlockGroup(children=["match", "conditions"], settings=["imported"])

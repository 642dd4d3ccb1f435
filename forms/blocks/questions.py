"""The kinds of question, each a StructBlock with the author's own error texts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.keys import MADE, KeyBlock, NamedBlock, ValueBlock

CANONICAL = [
    ("name", _("name")),
    ("email", _("email")),
    ("phone", _("phone")),
    ("address", _("address")),
    ("birth_date", _("date of birth")),
    ("organisation", _("organisation")),
    ("needs", _("what we should do differently")),
]
DAY_HELP = _("Such as 2026-04-01, today, today-16y or today+28d. Leave it empty for any day.")


class QuestionBlock(NamedBlock):
    """What every question has."""

    label = blocks.CharBlock(max_length=200, label=_("Question"))
    hint = blocks.CharBlock(max_length=400, required=False, label=_("Hint"))
    required = blocks.BooleanBlock(required=False, default=True, label=_("Must be answered"))
    error_missing = blocks.CharBlock(
        max_length=200, required=False, label=_("If it is empty, say"), help_text=_("For example: Enter your name.")
    )
    error_invalid = blocks.CharBlock(max_length=200, required=False, label=_("If it is wrong, say"))
    maps_to = blocks.ChoiceBlock(choices=CANONICAL, required=False, label=_("This answer is the resident's"))
    key = KeyBlock(label=_("Key"), help_text=MADE)


class TextBlock(QuestionBlock):
    """A written answer with a longest length."""

    max_length = blocks.IntegerBlock(required=False, min_value=1, max_value=20_000, label=_("Longest answer"))


class LongTextBlock(TextBlock):
    """Several lines, counted in letters or in words."""

    max_words = blocks.IntegerBlock(required=False, min_value=1, max_value=5_000, label=_("Most words"))


class NumberBlock(QuestionBlock):
    """A number, with limits."""

    min = ValueBlock(required=False, label=_("Lowest number"))
    max = ValueBlock(required=False, label=_("Highest number"))
    places = blocks.IntegerBlock(
        required=False, min_value=0, max_value=6, label=_("Decimal places"), help_text=_("0 for whole numbers only.")
    )


class MoneyBlock(QuestionBlock):
    """An amount in pounds."""

    min = ValueBlock(required=False, label=_("Lowest amount"))
    max = ValueBlock(required=False, label=_("Highest amount"))


class DateBlock(QuestionBlock):
    """A day, with limits that may move with the calendar."""

    earliest = ValueBlock(required=False, label=_("First day allowed"), help_text=DAY_HELP)
    latest = ValueBlock(required=False, label=_("Last day allowed"), help_text=DAY_HELP)


class LocationBlock(QuestionBlock):
    """A place. Reports of public things may be told to others who report the same."""

    nearby = blocks.BooleanBlock(
        required=False,
        label=_("Tell residents of open reports at the same place"),
        help_text=_("Only for things that everybody can see. We show what it is about and since when, nothing else."),
    )


class OptionBlock(NamedBlock):
    """One choice."""

    key_from = ("value", "label")

    label = blocks.CharBlock(max_length=200, label=_("Text"))
    hint = blocks.CharBlock(max_length=200, required=False, label=_("Hint"))
    value = KeyBlock(label=_("Key"), help_text=MADE)


class ChoiceQuestionBlock(QuestionBlock):
    """Pick one of a list."""

    options = blocks.ListBlock(OptionBlock(), min_num=1, label=_("Choices"))


class TickBlock(OptionBlock):
    """One of several choices; “None of these” stands alone."""

    exclusive = blocks.BooleanBlock(required=False, label=_("Cannot be picked with others"))


class SeveralBlock(QuestionBlock):
    """Pick several of a list."""

    options = blocks.ListBlock(TickBlock(), min_num=1, label=_("Choices"))
    min_choices = blocks.IntegerBlock(required=False, min_value=1, label=_("How many at least"))
    max_choices = blocks.IntegerBlock(required=False, min_value=1, label=_("How many at most"))


class FileBlock(QuestionBlock):
    """Photos or documents from the resident."""

    max_files = blocks.IntegerBlock(default=3, min_value=1, max_value=10, label=_("How many files at most"))

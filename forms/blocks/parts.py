"""What stands between questions, and what is not typed by a resident: words, sums, times, payments."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.keys import MADE, KeyBlock, NamedBlock, ValueBlock

PLAIN = ["bold", "link", "ul", "ol"]


class ContentBlock(blocks.StructBlock):
    """Words between questions."""

    body = blocks.RichTextBlock(features=PLAIN, label=_("Text"))


class DetailsBlock(ContentBlock):
    """Words that only some need: they open on a click."""

    label = blocks.CharBlock(max_length=200, label=_("What is inside"))


class CalculationBlock(NamedBlock):
    """A result that we work out from earlier answers and show; it can decide which step comes next."""

    key = KeyBlock(label=_("Key"), help_text=MADE)
    label = blocks.CharBlock(max_length=200, label=_("What it is"))
    hint = blocks.CharBlock(max_length=400, required=False, label=_("Hint"))
    formula = ValueBlock(
        max_length=500,
        label=_("Formula"),
        help_text=_("Keys of earlier answers in braces, with + - * / ( ) min max round floor: {income} * 4.5"),
    )
    unit = blocks.ChoiceBlock(
        choices=[("number", _("a number")), ("money", _("pounds"))], default="number", label=_("Shown as")
    )


class SlotBlock(NamedBlock):
    """A time to book."""

    key = KeyBlock(label=_("Key"), help_text=MADE)
    label = blocks.CharBlock(max_length=200, label=_("Question"))
    hint = blocks.CharBlock(max_length=400, required=False, label=_("Hint"))
    required = blocks.BooleanBlock(required=False, default=True, label=_("Must be answered"))
    error_missing = blocks.CharBlock(
        max_length=200, required=False, label=_("If nothing is chosen, say"), help_text=_("Such as: Choose a time.")
    )
    resource = KeyBlock(
        required=True, label=_("What is booked"), help_text=_("The key of the calendar, such as museum-visits.")
    )


class PaymentBlock(NamedBlock):
    """An amount to pay before the form is sent."""

    key = KeyBlock(label=_("Key"), help_text=MADE)
    label = blocks.CharBlock(max_length=200, label=_("What is paid for"))
    hint = blocks.CharBlock(max_length=400, required=False, label=_("Hint"))
    amount = ValueBlock(
        max_length=500, label=_("Amount in pounds"), help_text=_("A number, or a formula such as {items} * 12.50")
    )
    account = KeyBlock(
        required=True, label=_("Where the money goes"), help_text=_("The key of the account, such as bulky-waste.")
    )

"""The kinds of question, each a StructBlock with the author's own error texts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.keys import KeyBlock, ValueBlock

CANONICAL = [
    ("name", _("name")),
    ("email", _("email")),
    ("phone", _("phone")),
    ("address", _("address")),
    ("needs", _("what we should do differently")),
]


class QuestionBlock(blocks.StructBlock):
    """What every question has."""

    key = KeyBlock(label=_("key"), help_text=_("A short name for this question. Residents never see it."))
    label = blocks.CharBlock(max_length=200, label=_("question"))
    hint = blocks.CharBlock(max_length=400, required=False, label=_("hint"))
    required = blocks.BooleanBlock(required=False, default=True, label=_("must be answered"))
    error_missing = blocks.CharBlock(
        max_length=200, required=False, label=_("if it is empty, say"), help_text=_("For example: Enter your name.")
    )
    error_invalid = blocks.CharBlock(max_length=200, required=False, label=_("if it is wrong, say"))
    maps_to = blocks.ChoiceBlock(choices=CANONICAL, required=False, label=_("this answer is the resident's"))


class TextBlock(QuestionBlock):
    """A written answer with a longest length."""

    max_length = blocks.IntegerBlock(required=False, min_value=1, max_value=20_000, label=_("longest answer"))


class NumberBlock(QuestionBlock):
    """A number, with limits."""

    min = ValueBlock(required=False, label=_("lowest number"))
    max = ValueBlock(required=False, label=_("highest number"))


class OptionBlock(blocks.StructBlock):
    """One choice."""

    value = KeyBlock(label=_("key"))
    label = blocks.CharBlock(max_length=200, label=_("text"))
    hint = blocks.CharBlock(max_length=200, required=False, label=_("hint"))


class ChoiceQuestionBlock(QuestionBlock):
    """Pick one or several of a list."""

    options = blocks.ListBlock(OptionBlock(), min_num=1, label=_("choices"))


class FileBlock(QuestionBlock):
    """Photos or documents from the resident."""

    max_files = blocks.IntegerBlock(default=3, min_value=1, max_value=10, label=_("how many files at most"))


class ContentBlock(blocks.StructBlock):
    """Words between questions."""

    body = blocks.RichTextBlock(features=["bold", "link", "ul", "ol"], label=_("text"))


class QuestionsBlock(blocks.StreamBlock):
    """Questions and guidance of one step, in order."""

    text = TextBlock(label=_("Short text"), icon="pilcrow")
    long_text = TextBlock(label=_("Long text"), icon="doc-full")
    name = TextBlock(label=_("Name"), icon="user")
    email = QuestionBlock(label=_("Email"), icon="mail")
    phone = QuestionBlock(label=_("Phone"), icon="comment")
    number = NumberBlock(label=_("Number"), icon="order")
    date = QuestionBlock(label=_("Date"), icon="calendar")
    yes_no = QuestionBlock(label=_("Yes or no"), icon="check")
    radios = ChoiceQuestionBlock(label=_("Pick one"), icon="radio-full")
    checkboxes = ChoiceQuestionBlock(label=_("Pick several"), icon="tick")
    select = ChoiceQuestionBlock(label=_("Pick one from a long list"), icon="list-ul")
    address = QuestionBlock(label=_("Address"), icon="home")
    file = FileBlock(label=_("Files"), icon="upload")
    declaration = QuestionBlock(label=_("Declaration"), icon="form")
    guidance = ContentBlock(label=_("Guidance"), icon="info-circle")
    exit = ContentBlock(label=_("Exit: this is not the right form"), icon="logout")

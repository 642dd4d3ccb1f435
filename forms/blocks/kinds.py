"""The list from which an author picks: one entry for each question type of ``engine.fields`` and each part."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.parts import CalculationBlock, ContentBlock, DetailsBlock, PaymentBlock, SlotBlock
from forms.blocks.questions import (
    ChoiceQuestionBlock,
    DateBlock,
    FileBlock,
    LocationBlock,
    LongTextBlock,
    MoneyBlock,
    NumberBlock,
    QuestionBlock,
    SeveralBlock,
    TextBlock,
)

WRITTEN, PICKED, FACTS = _("Written answers"), _("Picked answers"), _("Facts about a person or a place")
REST, WORDS = _("Files, sums, times and payments"), _("Words")


class QuestionsBlock(blocks.StreamBlock):
    """Questions and guidance of one step, in order."""

    text = TextBlock(label=_("Short text"), icon="pilcrow", group=WRITTEN)
    long_text = LongTextBlock(label=_("Long text"), icon="doc-full", group=WRITTEN)
    number = NumberBlock(label=_("Number"), icon="order", group=WRITTEN)
    money = MoneyBlock(label=_("Money"), icon="tag", group=WRITTEN)
    date = DateBlock(label=_("Date"), icon="calendar", group=WRITTEN)
    month = QuestionBlock(label=_("Month and year"), icon="calendar-alt", group=WRITTEN)
    website = QuestionBlock(label=_("Web address"), icon="link", group=WRITTEN)
    yes_no = QuestionBlock(label=_("Yes or no"), icon="check", group=PICKED)
    radios = ChoiceQuestionBlock(label=_("Pick one"), icon="radio-full", group=PICKED)
    checkboxes = SeveralBlock(label=_("Pick several"), icon="tick", group=PICKED)
    select = ChoiceQuestionBlock(label=_("Pick one from a long list"), icon="list-ul", group=PICKED)
    declaration = QuestionBlock(label=_("Declaration"), icon="form", group=PICKED)
    name = TextBlock(label=_("Name"), icon="user", group=FACTS)
    email = QuestionBlock(label=_("Email"), icon="mail", group=FACTS)
    phone = QuestionBlock(label=_("Phone"), icon="comment", group=FACTS)
    ni_number = QuestionBlock(label=_("National Insurance number"), icon="key", group=FACTS)
    address = QuestionBlock(label=_("Address"), icon="home", group=FACTS)
    location = LocationBlock(label=_("Place on the map"), icon="site", group=FACTS)
    file = FileBlock(label=_("Files"), icon="upload", group=REST)
    calculation = CalculationBlock(label=_("Calculation"), icon="cogs", group=REST)
    slot = SlotBlock(label=_("Booking a time"), icon="time", group=REST)
    payment = PaymentBlock(label=_("Payment"), icon="tag", group=REST)
    guidance = ContentBlock(label=_("Guidance"), icon="info-circle", group=WORDS)
    warning = ContentBlock(label=_("Warning"), icon="warning", group=WORDS)
    details = DetailsBlock(label=_("More to open"), icon="collapse-down", group=WORDS)
    exit = ContentBlock(label=_("Exit: this is not the right form"), icon="logout", group=WORDS)

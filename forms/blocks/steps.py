"""A step is one page of a form, with its questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.conditions import ShowIfBlock
from forms.blocks.keys import MADE, KeyBlock, NamedBlock
from forms.blocks.kinds import QuestionsBlock


class RepeatBlock(blocks.StructBlock):
    """“Add another”: the step is answered several times, with the steps after it that belong to its turns."""

    min = blocks.IntegerBlock(default=1, min_value=0, max_value=50, label=_("How often at least"))
    max = blocks.IntegerBlock(default=10, min_value=1, max_value=200, label=_("How often at most"))
    item = blocks.CharBlock(max_length=60, label=_("One of them is called"), help_text=_("For example: Person"))
    another = blocks.CharBlock(
        max_length=200, label=_("Ask for the next with"), help_text=_("For example: Do you need to add another person?")
    )


class StepBlock(NamedBlock):
    """One page of the form. One question a page is best; keep together only what belongs together."""

    key_from = ("slug", "title")

    title = blocks.CharBlock(max_length=200, label=_("Title"))
    slug = KeyBlock(label=_("Address of the step"), help_text=MADE)
    section = blocks.CharBlock(
        max_length=100,
        required=False,
        label=_("Group"),
        help_text=_("Steps of one group stand under this heading when residents check their answers."),
    )
    questions = QuestionsBlock(label=_("Questions"))
    show_if = ShowIfBlock(required=False)
    repeat = blocks.ListBlock(
        RepeatBlock(), default=[], max_num=1, label=_("Add another: answer this step several times")
    )

    same_turn = blocks.BooleanBlock(
        required=False,
        label=_("Ask this in each turn of the “Add another” step before it"),
        help_text=_("So a person, a room or a fault is asked about on several pages before the next one is added."),
    )

    class Meta:
        icon = "form"
        label = _("Step")
        #: What a closed step shows in the list of all steps.
        label_format = "{title}"

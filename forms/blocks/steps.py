"""A step is one page of a form, with its questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.conditions import ShowIfBlock
from forms.blocks.keys import MADE, KeyBlock, NamedBlock
from forms.blocks.kinds import QuestionsBlock


class RepeatBlock(blocks.StructBlock):
    """“Add another”: the step is answered several times."""

    min = blocks.IntegerBlock(default=1, min_value=0, max_value=50, label=_("how often at least"))
    max = blocks.IntegerBlock(default=10, min_value=1, max_value=200, label=_("how often at most"))
    item = blocks.CharBlock(max_length=60, label=_("one of them is called"), help_text=_("For example: Person"))
    another = blocks.CharBlock(
        max_length=200, label=_("ask for the next with"), help_text=_("For example: Do you need to add another person?")
    )


class StepBlock(NamedBlock):
    """One page of the form. One question a page is best; keep together only what belongs together."""

    key_from = ("slug", "title")

    title = blocks.CharBlock(max_length=200, label=_("title"))
    slug = KeyBlock(label=_("address of the step"), help_text=MADE)
    section = blocks.CharBlock(
        max_length=100,
        required=False,
        label=_("group"),
        help_text=_("Steps of one group stand under this heading when residents check their answers."),
    )
    questions = QuestionsBlock(label=_("questions"))
    show_if = ShowIfBlock(required=False)
    repeat = blocks.ListBlock(
        RepeatBlock(), default=[], max_num=1, label=_("Add another: answer this step several times")
    )

    class Meta:
        icon = "form"
        label = _("Step")

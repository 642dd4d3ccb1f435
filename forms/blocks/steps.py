"""A form is a list of steps; a step is one page with its questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.blocks.conditions import ShowIfBlock
from forms.blocks.keys import KeyBlock
from forms.blocks.questions import QuestionsBlock


class StepBlock(blocks.StructBlock):
    """One page of the form. One question a page is best; keep together only what belongs together."""

    slug = KeyBlock(label=_("address of the step"), help_text=_("For example: which-bin"))
    title = blocks.CharBlock(max_length=200, label=_("title"))
    questions = QuestionsBlock(label=_("questions"))
    show_if = ShowIfBlock(required=False)

    class Meta:
        icon = "form"
        label = _("Step")


class StepsBlock(blocks.StreamBlock):
    """All steps, in order."""

    step = StepBlock()

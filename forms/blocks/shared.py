"""Steps that stand in the library, and the place in a form that points to them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from forms.blocks.steps import StepBlock


class SharedStepsStream(blocks.StreamBlock):
    """The steps of one library entry."""

    step = StepBlock()


class SharedBlock(SnippetChooserBlock):
    """Steps from the library, such as name or address."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("onlineforms.SharedSteps", **kwargs)

    class Meta:
        icon = "repeat"
        label = _("Standard questions")
        help_text = _(
            "A change to them reaches this form at once, if all is well with it, else when it is published again."
        )


class StepsBlock(blocks.StreamBlock):
    """All steps of a form, in order; they open one by one, so that an author sees the whole form first."""

    step = StepBlock()
    shared = SharedBlock()

    class Meta:
        collapsed = True

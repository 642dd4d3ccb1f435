"""The library of steps that many forms ask, such as name and address. A change in the editor reaches them all."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet

from forms.blocks.shared import SharedStepsStream
from forms.models.fields import StepsField


@register_snippet
class SharedSteps(TranslatableMixin, models.Model):
    """A few steps under a name that only staff see. Forms point here; a published version holds a copy."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Only staff see this name."))
    steps = StepsField(SharedStepsStream(), verbose_name=_("steps"), blank=True)

    panels = [FieldPanel("name"), FieldPanel("steps")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("standard questions")
        verbose_name_plural = _("standard questions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

"""What something costs, held once and shown everywhere: one change is true on every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet


@register_snippet
class Fee(TranslatableMixin, models.Model):
    """A cost in few words."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Only staff see this name."))
    words = models.CharField(_("what it costs"), max_length=60, help_text=_("In few words, for example: £44 a year."))

    panels = [FieldPanel("name"), FieldPanel("words")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name}: {self.words}"

"""Words for a decision that were written once, in plain English, and read by more than one person."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet

from forms.models.status import LONGEST_WORDS


@register_snippet
class DecisionTemplate(TranslatableMixin, models.Model):
    """A decision with its reasons; staff change the words for the case before they send them."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Only staff see this name."))
    form = models.ForeignKey(
        "onlineforms.FormPage",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("In all its languages. Empty: for every form."),
    )
    text = models.TextField(
        _("words for the resident"),
        max_length=LONGEST_WORDS,
        help_text=_("What we decided, why, and what they can do now. Write as you would say it. Name nobody."),
    )

    panels = [FieldPanel("name"), PageChooserPanel("form"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("decision template")
        verbose_name_plural = _("decision templates")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

"""What somebody must know before they change a page, and why."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class EditNotice(models.Model):
    """Shown at the top of the editor of one page, until its last day."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, verbose_name=_("page"), related_name="edit_notice")
    reason = models.CharField(
        _("reason"),
        max_length=255,
        help_text=_("For example: The wording was agreed with the court. Ask legal services before you change it."),
    )
    until = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: until you delete it."))

    panels = [FieldPanel("page"), FieldPanel("reason"), FieldPanel("until")]

    class Meta:
        verbose_name = _("edit notice")
        verbose_name_plural = _("edit notices")

    def __str__(self) -> str:
        return f"{self.page}: {self.reason}"

    @property
    def holds(self) -> bool:
        """Whether its last day has not passed."""
        return self.until is None or self.until >= timezone.localdate()

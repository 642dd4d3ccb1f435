"""What does not work at the moment: shown on the service's page and on the status page."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet

from services.words.disruptions import when_in_words

#: For how long the status page still says what is over.
REMEMBERED = timedelta(days=7)


@register_snippet
class ServiceDisruption(TranslatableMixin, models.Model):
    """A service that is late, shut or about to be, from one time to another."""

    class Kind(models.TextChoices):
        """What is wrong, from bad to less bad."""

        STOPPED = "stopped", _("Not working")
        LATE = "late", _("Delays")
        PLANNED = "planned", _("Planned work")

    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        verbose_name=_("service, or area with all its services"),
        related_name="+",
    )
    kind = models.CharField(_("what is wrong"), max_length=10, choices=Kind.choices, default=Kind.LATE)
    title = models.CharField(_("title"), max_length=80, help_text=_("For example: No garden waste collections."))
    message = models.CharField(_("message"), max_length=255)
    instead = models.CharField(_("what to do instead"), max_length=255, blank=True)
    starts = models.DateTimeField(_("from"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: until you say so."))

    panels = [
        *[FieldPanel(name) for name in ("page", "kind", "title", "message", "instead")],
        FieldRowPanel([FieldPanel("starts"), FieldPanel("until")]),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("service disruption")
        verbose_name_plural = _("service disruptions")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse one that is never shown."""
        super().clean()
        if self.until and self.starts and self.until <= self.starts:
            raise ValidationError({"until": _("The end is before the start. Choose a later end, or leave it empty.")})

    @property
    def when(self) -> str:
        """From when until when, in words."""
        return when_in_words(self.starts, self.until)

    @property
    def is_now(self) -> bool:
        """Whether it has begun and is not over."""
        now = timezone.now()
        return self.starts <= now and (self.until is None or self.until > now)

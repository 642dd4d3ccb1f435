"""An alert across the top of the site, for as long as it is true."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet


class AlertQuerySet(models.QuerySet["AlertBanner"]):
    """Alerts by time."""

    def current(self) -> "AlertQuerySet":
        """Return the alerts that are true now, gravest first."""
        now = timezone.now()
        return self.filter(models.Q(until=None) | models.Q(until__gt=now), starts__lte=now).order_by("level", "-starts")


@register_snippet
class AlertBanner(TranslatableMixin, models.Model):
    """A short alert with one link, on the whole site or on one part of it."""

    class Level(models.IntegerChoices):
        """How grave; shown as a word, an edge and a colour, never as a colour alone."""

        EMERGENCY = 1, _("Emergency")
        WARNING = 2, _("Warning")
        NOTICE = 3, _("Notice")

    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices, default=Level.NOTICE)
    title = models.CharField(_("title"), max_length=60, help_text=_("What it is, for example: Flood warning."))
    message = models.CharField(_("message"), max_length=200, help_text=_("Where, and for how long."))
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page that says what to do"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link_text = models.CharField(_("words of the link"), max_length=60, blank=True)
    section = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("only on this page and the pages under it"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Leave it empty to show the alert on the whole site."),
    )
    starts = models.DateTimeField(_("from"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: until you delete it."))

    objects = AlertQuerySet.as_manager()

    panels = [
        FieldPanel("level"),
        FieldPanel("title"),
        FieldPanel("message"),
        FieldRowPanel([FieldPanel("link_page"), FieldPanel("link_text")]),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts"), FieldPanel("until")]), FieldPanel("section")]),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")

    def __str__(self) -> str:
        return self.title

    @property
    def mark(self) -> str:
        """What a browser remembers of an alert that its reader has put away: another text has another mark."""
        return hashlib.sha256(f"{self.level}{self.title}{self.message}".encode()).hexdigest()[:12]

    @property
    def may_be_hidden(self) -> bool:
        """Whether a reader may put it away: an emergency stays."""
        return self.level != self.Level.EMERGENCY

    def clean(self) -> None:
        """Refuse an alert that is never shown, and a link without words (WCAG 2.4.4)."""
        super().clean()
        if self.until and self.starts and self.until <= self.starts:
            raise ValidationError({"until": _("The end is before the start. Choose a later end, or leave it empty.")})
        if self.link_page_id and not self.link_text:
            raise ValidationError({"link_text": _("Write what the link says, for example: What to do now.")})

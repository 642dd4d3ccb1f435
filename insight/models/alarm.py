"""A series of answers that has fallen: somebody owns it until it is answered or set aside with a reason."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from insight.models.action import Action


class Alarm(models.Model):
    """One fall of one series. While it is open the series raises no second one; closing it starts the watch anew."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACTED = "acted", _("We act on it")
        CLOSED = "closed", _("Set aside")

    subject = models.CharField(_("what fell"), max_length=160, editable=False)
    name = models.CharField(_("name"), max_length=255, editable=False)
    question = models.CharField(_("question"), max_length=120, editable=False)
    raised_on = models.DateField(_("raised on"), editable=False)
    began_on = models.DateField(_("fell from"), editable=False)
    usual = models.FloatField(_("usual per cent"), editable=False)
    recent = models.FloatField(_("per cent since"), editable=False)
    answers = models.PositiveIntegerField(_("answers since"), editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, db_index=True)
    note = models.TextField(
        _("what we found"), max_length=1000, blank=True, help_text=_("Needed to set an alarm aside: say why.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    action = models.ForeignKey(
        Action,
        verbose_name=_("action"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="alarms",
        help_text=_("Residents read it once it is published."),
    )
    closed_on = models.DateField(_("closed on"), null=True, editable=False)

    panels = [
        FieldPanel("name", read_only=True),
        FieldRowPanel([FieldPanel("usual", read_only=True), FieldPanel("recent", read_only=True)]),
        FieldRowPanel([FieldPanel("answers", read_only=True), FieldPanel("began_on", read_only=True)]),
        FieldPanel("state"),
        FieldPanel("note"),
        FieldPanel("action"),
        FieldRowPanel([FieldPanel("owner"), FieldPanel("due_on")]),
    ]

    class Meta:
        verbose_name = _("alarm")
        verbose_name_plural = _("alarms")
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "question"], condition=models.Q(state="open"), name="insight_one_open_alarm"
            )
        ]
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return f"{self.name}: {self.usual:.0f} % → {self.recent:.0f} %"

    def clean(self) -> None:
        """An alarm is set aside for a reason, and acted on with an action."""
        super().clean()
        if self.state == self.State.CLOSED and not self.note.strip():
            raise ValidationError({"note": _("Say why this alarm can be set aside.")})
        if self.state == self.State.ACTED and self.action is None:
            raise ValidationError({"action": _("Choose the action that answers this alarm, or write one first.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Remember the day on which it was answered; opened again, it has none."""
        if self.state == self.State.OPEN:
            self.closed_on = None
        elif self.closed_on is None:
            self.closed_on = timezone.localdate()
        super().save(*args, **kwargs)

"""What waits for a person: who answers it, until when, and what became of it."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from insight.models.action import Action

#: What is new should be answered so soon; staff may choose another day.
ANSWER_WITHIN = timedelta(days=28)


class Owned(models.Model):
    """Open until it is acted on with an action, or set aside with a reason. ``closed_on`` is the day of either."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACTED = "acted", _("We act on it")
        CLOSED = "closed", _("Set aside")

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, db_index=True)
    note = models.TextField(
        _("what we found"), max_length=1000, blank=True, help_text=_("Needed to set it aside: say why.")
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
        related_name="%(class)ss",
        help_text=_("Residents read it once it is published."),
    )
    closed_on = models.DateField(_("closed on"), null=True, editable=False)

    answer_panels = [
        FieldPanel("state"),
        FieldPanel("note"),
        FieldPanel("action"),
        FieldRowPanel([FieldPanel("owner"), FieldPanel("due_on")]),
    ]

    class Meta:
        abstract = True
        default_permissions = ("view", "change")

    def clean(self) -> None:
        """It is set aside for a reason, and acted on with an action."""
        super().clean()
        if self.state == self.State.CLOSED and not self.note.strip():
            raise ValidationError({"note": _("Say why this can be set aside.")})
        if self.state == self.State.ACTED and self.action is None:
            raise ValidationError({"action": _("Choose the action that answers this, or write one first.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Remember the day on which it was answered; opened again, it has none."""
        if self.state == self.State.OPEN:
            self.closed_on = None
        elif self.closed_on is None:
            self.closed_on = timezone.localdate()
        super().save(*args, **kwargs)

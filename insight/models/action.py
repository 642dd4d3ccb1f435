"""You said, we did: what residents told the council, and what it did about it, or why not."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField


class Action(TranslatableMixin, models.Model):
    """One promise to act. It is public from ``published_on``; a refusal is published too, with its reason."""

    class State(models.TextChoices):
        CONSIDERING = "considering", _("We are looking at it")
        DOING = "doing", _("We are doing it")
        DONE = "done", _("Done")
        WONT = "wont", _("We will not do this")

    said = models.TextField(_("you said"), max_length=400, help_text=_("One or two plain sentences."))
    did = models.TextField(_("we did"), max_length=400, blank=True, help_text=_("What we do or did about it."))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.CONSIDERING)
    reason = models.TextField(
        _("why not"), max_length=400, blank=True, help_text=_("Needed when we will not do this. Residents read it.")
    )
    evidence = models.CharField(
        _("where we heard it"), max_length=160, blank=True, help_text=_("For example: 12 comments in March 2026.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page it is about"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    theme = models.CharField(  # noqa: DJ001 - rows from before have none
        _("theme"),
        max_length=40,
        blank=True,
        null=True,
        help_text=_("One of the themes of comments, for example: waiting."),
    )
    # When what was promised was done, or refused; empty where it was written down as done or refused from the start.
    answered_on = models.DateField(null=True, editable=False)
    # {"before": per cent, "after": per cent}, kept by a daily job and only where the answers leave no doubt.
    effect = models.JSONField(null=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Residents see it from this day. Leave empty to keep it.")
    )

    panels = [
        FieldPanel("said"),
        FieldPanel("evidence"),
        FieldPanel("state"),
        FieldPanel("did"),
        FieldPanel("reason"),
        FieldRowPanel([FieldPanel("page"), FieldPanel("theme")]),
        FieldRowPanel([FieldPanel("owner"), FieldPanel("due_on"), FieldPanel("published_on")]),
    ]
    translatable_fields = [
        *(TranslatableField(name) for name in ("said", "did", "reason", "evidence")),
        *(SynchronizedField(name) for name in ("state", "page", "theme", "owner", "due_on", "published_on")),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("you said, we did")
        ordering = ["-published_on", "-pk"]

    def __str__(self) -> str:
        return self.said[:80]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Remember the day on which something under way was done or refused; taken up again, it has none."""
        if self.state not in ANSWERED:
            self.answered_on = None
        elif self.pk is not None and Action.objects.filter(pk=self.pk).exclude(state__in=ANSWERED).exists():
            self.answered_on = timezone.localdate()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """A refusal needs its reason, and something done needs to say what."""
        super().clean()
        if self.state == self.State.WONT and not self.reason.strip():
            raise ValidationError({"reason": _("Say why we will not do this. Residents will read it.")})
        if self.state == self.State.DONE and not self.did.strip():
            raise ValidationError({"did": _("Say what we did.")})

    @property
    def told_on(self) -> date | None:
        """Return the day from which residents can read the answer; None before it is published."""
        return max(filter(None, (self.published_on, self.answered_on))) if self.published_on else None

    def is_public(self, today: date) -> bool:
        """Return whether residents may see it on ``today``."""
        return self.published_on is not None and self.published_on <= today


#: States in which nothing more is to come.
ANSWERED = (Action.State.DONE, Action.State.WONT)

"""What happened to a request, in order. Rows are added, never changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.models.sealed_text import SealedText
from forms.models.submission import Status

#: Enough for a decision with its reasons, in letters.
LONGEST_WORDS = 2_000


class Source(models.TextChoices):
    """Who says so."""

    RESIDENT = "resident", _("you")
    STAFF = "staff", _("our staff")
    CONNECTOR = "connector", _("another system")
    CLOCK = "clock", _("the calendar")


class StatusEvent(models.Model):
    """One line of a request's story; ``public_text`` is read by its owner."""

    submission = models.ForeignKey("onlineforms.Submission", on_delete=models.CASCADE, related_name="events")
    status = models.CharField(max_length=12, choices=Status)
    public_text = SealedText(max_length=LONGEST_WORDS, blank=True)
    source = models.CharField(max_length=9, choices=Source)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("status")
        verbose_name_plural = _("statuses")
        ordering = ["at", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add a line; a stored one stays as it is."""
        if not self._state.adding:
            raise TypeError("A status event is never changed. Add another one.")
        super().save(*args, **kwargs)

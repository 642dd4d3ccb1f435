"""The record of something that must leave the site once: a message, a delivery, an erasure elsewhere."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutboxItem(models.Model):
    """Abstract: one row a thing to deliver, written in the transaction of what caused it.

    A subclass registers how it is delivered with ``core.services.register_outbox`` and inherits this ``Meta``,
    which holds the index that the sweep reads. No outage makes a row dead: only a refusal or staff do.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    lease_owner = models.CharField(_("leased by"), max_length=64, blank=True)
    delivered_at = models.DateTimeField(_("delivered"), null=True, blank=True)
    dead_at = models.DateTimeField(_("given up"), null=True, blank=True)
    remote_ref = models.CharField(_("reference at the receiver"), max_length=200, blank=True)
    idempotency_key = models.CharField(_("idempotency key"), max_length=200, unique=True)
    last_error = models.CharField(
        _("last error"), max_length=80, blank=True, help_text=_("A code. Texts of suppliers may hold personal data.")
    )

    class Meta:
        abstract = True
        indexes = [
            models.Index(
                fields=["attempts", "due_at"],
                name="%(class)s_waiting",
                condition=models.Q(delivered_at=None, dead_at=None),
            )
        ]

    @property
    def waiting(self) -> bool:
        """Return whether it is still to be delivered."""
        return self.delivered_at is None and self.dead_at is None

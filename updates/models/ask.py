"""Topics that somebody chose for an address, waiting for its owner to press the button in a message."""

import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone

from updates.models.subscriber import Subscriber

#: For how long the link in the message works.
LASTS = timedelta(days=3)


class Ask(models.Model):
    """One confirmation. Only the hash of its token is kept, and only what was asked for with it is confirmed by it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="asks")
    token_hash = models.CharField(max_length=64, unique=True)
    topics = models.JSONField(help_text="List of [kind, key].")
    frequency = models.CharField(max_length=10, choices=Subscriber.Frequency.choices)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.subscriber_id} {self.created_at:%Y-%m-%d}"

    @property
    def expired(self) -> bool:
        """Return whether its time is over."""
        return self.created_at + LASTS <= timezone.now()

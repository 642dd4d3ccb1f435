"""One thing that one confirmed address wants to hear about."""

from django.db import models
from django.utils import timezone

from updates.models.subscriber import Subscriber


class Follow(models.Model):
    """``kind`` names a kind of topic, ``key`` the topic among its kind, see :mod:`updates.kinds`."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["subscriber", "kind", "key"], name="updates_follow_once")]
        indexes = [models.Index(fields=["kind", "key"], name="updates_followers")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

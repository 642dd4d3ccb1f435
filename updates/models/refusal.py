"""That the mail server refused a subscriber's address for good on a day: a code, and nothing that it said."""

from django.db import models
from django.utils import timezone

from updates.models.subscriber import Subscriber


class Refusal(models.Model):
    """Kept until the subscription ends or 90 days; what ends it is said in :mod:`updates.refusals`."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="refusals")
    day = models.DateField(default=timezone.localdate)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    code = models.CharField(max_length=80)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["subscriber", "day", "code"], name="updates_refused_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.code}"

"""One fact, kept as it was told: a CloudEvents 1.0 envelope in columns. Rows are added, never changed."""

from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventQuerySet(models.QuerySet["Event"]):
    """Rows may be read and added. They go only when their time is over (:meth:`expire`)."""

    def update(self, **kwargs: Any) -> int:  # noqa: ARG002 - Django's signature
        """Refuse: what was told stays as it was told. A trigger holds the same on the database."""
        raise TypeError("Events are append-only.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: only retention removes events, by age."""
        raise TypeError("Events are append-only. Retention removes them with expire().")

    def expire(self, *, before: datetime, **filters: Any) -> int:
        """Remove events older than ``before`` that match ``filters``, and return how many went."""
        return super().filter(time__lt=before, **filters)._raw_delete(self.db)


class Standing(models.TextChoices):
    """What an event counts for. Nothing is thrown away because it looks odd."""

    VERIFIED = "verified", _("given after a finished form")
    COUNTED = "counted", _("counted")
    SUSPECT = "suspect", _("kept, outside the public figures")
    DUPLICATE = "duplicate", _("repeated within five minutes, not counted")
    SPAM = "spam", _("filled in by a robot, not counted")


class Event(models.Model):
    """``event_id`` is CloudEvents' ``id``; with ``source`` it makes a replay harmless. ``number`` keeps the order."""

    number = models.BigAutoField(primary_key=True)
    event_id = models.CharField(max_length=64)
    source = models.CharField(max_length=120)
    type = models.CharField(max_length=80)
    time = models.DateTimeField(db_index=True)
    subject = models.CharField(max_length=160, db_index=True)
    dataschema = models.CharField(max_length=160)
    # A CloudEvents extension attribute, like the two that place the event in the roll-ups.
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.COUNTED)
    service = models.CharField(max_length=80, blank=True)
    data = models.JSONField()

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback event")
        verbose_name_plural = _("feedback events")
        constraints = [models.UniqueConstraint(fields=["event_id", "source"], name="insight_event_once")]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.type} {self.event_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; a row that is stored already may not be saved again."""
        if self.pk is not None:
            raise TypeError("Events are append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:  # noqa: ARG002 - Django's signature
        """Refuse: only retention removes events, by age."""
        raise TypeError("Events are append-only.")

    def envelope(self, base_url: str) -> dict[str, Any]:
        """Return the CloudEvents 1.0 JSON form; ``base_url`` makes source and schema absolute."""
        return {
            "specversion": "1.0",
            "id": self.event_id,
            "source": urljoin(base_url, self.source),
            "type": self.type,
            "time": self.time.isoformat(),
            "subject": self.subject,
            "datacontenttype": "application/json",
            "dataschema": urljoin(base_url, self.dataschema),
            "standing": self.standing,
            "service": self.service,
            "data": self.data,
        }

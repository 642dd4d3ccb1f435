"""Something that happened and that people asked to hear about."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """``happening`` names it for ever, so that the same thing is told once, however often it is noticed.

    ``kind`` and ``keys`` say which followers it is for; ``event`` what happened to ``about`` (a translation key).
    ``words`` are an author's, in ``language``; all other words are found when a message is written, in its reader's
    language. ``fanned_at`` is set once every follower has a row; ``reached`` is how far that came.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    happening = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20)
    keys = models.JSONField()
    event = models.CharField(max_length=20)
    about = models.UUIDField(null=True)
    title = models.CharField(max_length=255, blank=True)
    words = models.CharField(_("what has changed"), max_length=255, blank=True)
    language = models.CharField(max_length=12, default="en")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    due_at = models.DateTimeField(default=timezone.now)
    fanned_at = models.DateTimeField(null=True, db_index=True)
    reached = models.UUIDField(null=True)
    audience = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("news for followers")
        verbose_name_plural = _("news for followers")
        default_permissions = ()

    def __str__(self) -> str:
        return self.happening

    @classmethod
    def tell(cls, happening: str, *, kind: str, keys: list[str], event: str, **values: object) -> "Notice | None":
        """Keep what happened, in the caller's transaction; None when it is known already."""
        fields = {"kind": kind, "keys": keys, "event": event, **values}
        row, new = cls.objects.get_or_create(happening=happening[:200], defaults=fields)
        return row if new else None

    @property
    def day(self) -> datetime:
        """Return when it happened, in local time."""
        return timezone.localtime(self.created_at)

"""Who may send events to the API: a key is shown once, when it is made; its keyed hash alone is kept."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.services import keyed_hash

_PURPOSE = "insight.source-key"


class SourceKey(models.Model):
    """``name`` becomes the source of the events, for example ``/systems/contact-centre``."""

    name = models.SlugField(_("system"), max_length=60, unique=True)
    hashed = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("key of another system")
        verbose_name_plural = _("keys of other systems")
        ordering = ["name"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def issue(cls, name: str) -> str:
        """Make a key for the system ``name`` and return it; a key that it had before ends."""
        key = secrets.token_urlsafe(32)
        values = {"hashed": keyed_hash(key, purpose=_PURPOSE), "ended_at": None}
        cls.objects.update_or_create(name=name, defaults=values)
        return key

    @classmethod
    def of(cls, key: str) -> "SourceKey | None":
        """Return whose key this is, None for one that nobody has or that has ended."""
        return cls.objects.filter(hashed=keyed_hash(key, purpose=_PURPOSE), ended_at=None).first() if key else None

    def end(self) -> None:
        """Let the key open nothing any more."""
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])

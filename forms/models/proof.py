"""Proof that somebody reads a mailbox or a phone: a code that was sent there, and the visit that it opens."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ContactCode(models.Model):
    """A code of six digits on its way. Contact and code are keyed hashes; a row does not say whether we know them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contact_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("code sent to a resident")
        verbose_name_plural = _("codes sent to residents")

    def __str__(self) -> str:
        return str(self.pk)


class ContactVisit(models.Model):
    """A resident who typed the right code, for a while. The id in the cookie is stored as its keyed hash."""

    token_hash = models.CharField(max_length=64, unique=True)
    contact_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("visit of a resident")
        verbose_name_plural = _("visits of residents")

    def __str__(self) -> str:
        return str(self.pk)


class ProvenContact(models.Model):
    """When the owner of an address or a number last proved that it is theirs."""

    contact_hash = models.CharField(max_length=64, unique=True)
    proven_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("proven contact")
        verbose_name_plural = _("proven contacts")

    def __str__(self) -> str:
        return str(self.pk)

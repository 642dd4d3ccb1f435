"""A member of the Residents' Panel. Address and profile are sealed; nothing else joins the row to a person."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.services import keyed_hash, seal, unseal

_PURPOSE = "insight.panel-member"


class PanelMember(models.Model):
    """``sealed`` holds ``{"email", "profile": {dimension: group}}``. Unconfirmed rows go after a week.

    ``seen_at`` is when the member last confirmed or answered: who is silent for two years is no longer kept.
    ``told_at`` is when the profile was last written; null in rows from before it was noted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField()
    email_hash = models.CharField(max_length=64, unique=True)
    locale = models.CharField(max_length=12)
    youth = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("member of the Residents' Panel")
        verbose_name_plural = _("members of the Residents' Panel")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def place(self) -> str:
        """Return what binds the sealed values to this row."""
        return f"insight.panelmember:{self.pk}"

    @staticmethod
    def hash_of(email: str) -> str:
        """Return the keyed hash under which an address is found."""
        return keyed_hash(email.strip().casefold(), purpose=_PURPOSE)

    def keep(self, email: str, profile: Mapping[str, str]) -> None:
        """Seal address and profile into the row and save it."""
        self.email_hash, self.told_at = self.hash_of(email), timezone.now()
        self.sealed = seal(json.dumps({"email": email, "profile": dict(profile)}).encode(), context=self.place)
        self.save()

    def opened(self) -> dict[str, Any]:
        """Return ``{"email", "profile"}``. Raises UnsealError."""
        content: dict[str, Any] = json.loads(unseal(bytes(self.sealed), context=self.place))
        return content

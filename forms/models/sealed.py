"""Answers at rest: JSON under AES-GCM, bound to the row that holds it."""

import json
import uuid
from typing import Any

from django.db import models

from core.services import close_layer, is_layered, open_layer, seal, unseal


class SealedAnswers(models.Model):
    """Abstract: a row whose ``sealed`` field opens only in its own place, and only while its own key is there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField(editable=False, default=bytes)

    class Meta:
        abstract = True

    def seal_content(self, content: dict[str, Any]) -> None:
        """Put JSON under seal; the caller saves the row."""
        plain = json.dumps(content).encode()
        secret = self.own_secret()
        if secret:
            plain = close_layer(plain, secret, context=self.place)
        self.sealed = seal(plain, context=self.place)

    def open_content(self) -> dict[str, Any]:
        """Return the JSON; an empty dict for a row that was erased. Raises UnsealError."""
        if not self.sealed:
            return {}
        plain = unseal(bytes(self.sealed), context=self.place)
        if is_layered(plain):
            plain = open_layer(plain, self.own_secret(), context=self.place)
        content: dict[str, Any] = json.loads(plain)
        return content

    def own_secret(self) -> bytes | None:
        """Return the key that belongs to the request alone; None where there is none."""
        return None

    @property
    def place(self) -> str:
        """Return what binds the sealed value to this row."""
        return f"{self._meta.db_table}.sealed:{self.pk}"

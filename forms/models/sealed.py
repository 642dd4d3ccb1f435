"""Answers at rest: JSON under AES-GCM, bound to the row that holds it."""

import json
import uuid
from typing import Any

from django.db import models

from core.services import seal, unseal


class SealedAnswers(models.Model):
    """Abstract: a row whose ``sealed`` field opens only in its own place."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField(editable=False, default=bytes)

    class Meta:
        abstract = True

    def seal_content(self, content: dict[str, Any]) -> None:
        """Put JSON under seal; the caller saves the row."""
        self.sealed = seal(json.dumps(content).encode(), context=self.place)

    def open_content(self) -> dict[str, Any]:
        """Return the JSON; an empty dict for a row that was erased."""
        if not self.sealed:
            return {}
        content: dict[str, Any] = json.loads(unseal(bytes(self.sealed), context=self.place))
        return content

    @property
    def place(self) -> str:
        """Return what binds the sealed value to this row."""
        return f"{self._meta.db_table}.sealed:{self.pk}"

"""Columns of sealed words, sealed again when a newer key is there."""

import base64
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models.functions import Cast

from core.services import UnsealError, is_current
from forms.models.sealed_text import MARK


@dataclass(frozen=True)
class SealedWords:
    """What ``rotate_keys`` does with one column of :class:`SealedText`."""

    model: type[models.Model]
    name: str

    @property
    def label(self) -> str:
        """Return for example "onlineforms.StatusEvent.public_text"."""
        return f"{self.model._meta.label}.{self.name}"

    def outdated(self) -> list[Any]:
        """Return the primary keys of words that the newest key did not seal; older ones may not be sealed at all."""
        rows = self.model._default_manager.exclude(**{self.name: ""}).order_by("pk")
        stored = rows.annotate(stored=Cast(self.name, models.TextField())).values_list("pk", "stored")
        return [pk for pk, value in stored.iterator(chunk_size=500) if not _is_current(value)]

    @transaction.atomic
    def seal_again(self, pk: Any) -> None:
        """Seal one anew under its row's lock. Raises UnsealError for words that do not open."""
        row = self.model._default_manager.select_for_update().filter(pk=pk).first()
        if row is None:
            return
        words = getattr(row, self.name)
        if not words:
            raise UnsealError("These words do not open here.")
        self.model._default_manager.filter(pk=pk).update(**{self.name: words})


def _is_current(stored: str) -> bool:
    return stored.startswith(MARK) and is_current(base64.b64decode(stored.removeprefix(MARK)))

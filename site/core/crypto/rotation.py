"""Seal everything again with the newest key, so that an old one can be taken out of use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models, transaction

from core.crypto.ring import key_ring
from core.crypto.seal import UnsealError, key_id_of, seal, unseal


class Sealed(Protocol):
    """What ``rotate_keys`` goes through: a column of sealed values, or sealed files."""

    @property
    def label(self) -> str:
        """Return for example "onlineforms.Draft.sealed"."""

    def outdated(self) -> list[Any]:
        """Return the primary keys of what the newest key did not seal."""

    def seal_again(self, pk: Any) -> None:
        """Seal one anew; one that is gone or done meanwhile is left alone. Raises UnsealError."""


@dataclass(frozen=True)
class SealedField:
    """One column of sealed values; ``context`` gives what binds the value of a row to its place."""

    model: type[models.Model]
    name: str
    context: Callable[[Any], str]

    @property
    def label(self) -> str:
        """Return for example "onlineforms.Draft.sealed"."""
        return f"{self.model._meta.label}.{self.name}"

    def outdated(self) -> list[Any]:
        """Return the primary keys of the values that the newest key did not seal."""
        rows = self.model._default_manager.order_by("pk").values_list("pk", self.name)
        return [pk for pk, value in rows.iterator(chunk_size=500) if _is_outdated(bytes(value or b""))]

    @transaction.atomic
    def seal_again(self, pk: Any) -> None:
        """Seal one value anew under its row's lock."""
        row = self.model._default_manager.select_for_update().filter(pk=pk).first()
        value = bytes(getattr(row, self.name) or b"") if row else b""
        if row is None or not _is_outdated(value):
            return
        place = self.context(row)
        sealed = seal(unseal(value, context=place), context=place)
        self.model._default_manager.filter(pk=pk).update(**{self.name: sealed})


@dataclass
class Progress:
    """How far one column is; ``broken`` are rows that do not open, by primary key."""

    field: Sealed
    total: int
    done: int = 0
    broken: tuple[str, ...] = ()


_fields: list[Sealed] = []


def register_sealed(model: type[models.Model], name: str, context: Callable[[Any], str]) -> None:
    """Let ``rotate_keys`` seal this column again; a second time for the same column is a ValueError."""
    register_rotation(SealedField(model, name, context))


def register_rotation(sealed: Sealed) -> None:
    """Let ``rotate_keys`` go through something sealed; a second time for the same label is a ValueError."""
    if any(other.label == sealed.label for other in _fields):
        raise ValueError(f"{sealed.label} is registered already.")
    _fields.append(sealed)


def rotate() -> Iterator[Progress]:
    """Seal each value again that an older key sealed, and yield the progress after each row.

    Each row is a transaction of its own: a run that was stopped goes on where it ended.
    """
    for field in _fields:
        outdated = field.outdated()
        progress = Progress(field, len(outdated))
        yield progress
        for pk in outdated:
            try:
                field.seal_again(pk)
            except UnsealError:
                progress.broken = (*progress.broken, str(pk))
            progress.done += 1
            yield progress


def _is_outdated(value: bytes) -> bool:
    """Return whether a value needs the newest key; an erased one needs none."""
    if not value:
        return False
    try:
        return key_id_of(value) != key_ring().sealing.key_id
    except UnsealError:
        return True

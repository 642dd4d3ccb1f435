"""Seal everything again with the newest key, so that an old one can be taken out of use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from core.crypto.ring import key_ring
from core.crypto.seal import UnsealError, key_id_of, seal, unseal


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


@dataclass
class Progress:
    """How far one column is; ``broken`` are rows that do not open, by primary key."""

    field: SealedField
    total: int
    done: int = 0
    broken: tuple[str, ...] = ()


_fields: list[SealedField] = []


def register_sealed(model: type[models.Model], name: str, context: Callable[[Any], str]) -> None:
    """Let ``rotate_keys`` seal this column again; a second time for the same column is a ValueError."""
    field = SealedField(model, name, context)
    if any(other.label == field.label for other in _fields):
        raise ValueError(f"{field.label} is registered already.")
    _fields.append(field)


def rotate() -> Iterator[Progress]:
    """Seal each value again that an older key sealed, and yield the progress after each row.

    Each row is a transaction of its own: a run that was stopped goes on where it ended.
    """
    for field in _fields:
        outdated = [pk for pk, value in _values(field) if _is_outdated(value)]
        progress = Progress(field, len(outdated))
        yield progress
        for pk in outdated:
            try:
                _seal_again(field, pk)
            except UnsealError:
                progress.broken = (*progress.broken, str(pk))
            progress.done += 1
            yield progress


def _values(field: SealedField) -> Iterator[tuple[Any, bytes]]:
    rows = field.model._default_manager.order_by("pk").values_list("pk", field.name)
    for pk, value in rows.iterator(chunk_size=500):
        yield pk, bytes(value or b"")


def _is_outdated(value: bytes) -> bool:
    """Return whether a value needs the newest key; an erased one needs none."""
    if not value:
        return False
    try:
        return key_id_of(value) != key_ring().sealing.key_id
    except UnsealError:
        return True


@transaction.atomic
def _seal_again(field: SealedField, pk: Any) -> None:
    row = field.model._default_manager.select_for_update().filter(pk=pk).first()
    value = bytes(getattr(row, field.name) or b"") if row else b""
    if row is None or not _is_outdated(value):
        return
    place = field.context(row)
    sealed = seal(unseal(value, context=place), context=place)
    field.model._default_manager.filter(pk=pk).update(**{field.name: sealed})

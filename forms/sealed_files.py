"""Files of residents on disk: sealed with the same keys as their answers, opened for staff who may read them."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from django.core.files.base import File
from django.db import transaction

from core.services import UnsealError, is_sealed_file, seal_chunks, unseal_chunks
from forms.models import SubmissionFile


class SealedUpload(File):  # type: ignore[type-arg] # generic in the stubs alone
    """A file whose chunks come out sealed, one after the other, for a storage to write."""

    file: IO[bytes]

    def __init__(self, source: IO[bytes], place: str) -> None:
        super().__init__(source)
        self._place = place

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:  # noqa: ARG002 - as Django calls it
        """Yield the sealed content from its beginning; the size of the chunks is the seal's own."""
        self.file.seek(0)
        return seal_chunks(self.file, context=self._place)


def store(row: SubmissionFile, source: IO[bytes]) -> None:
    """Write the content of a row's file, sealed, under a name that says nothing; the caller saves the row."""
    row.file.save(str(row.pk), SealedUpload(source, row.place), save=False)


def plain_chunks(row: SubmissionFile) -> Iterator[bytes]:
    """Return the plain content in chunks, after all of it was proved whole.

    Raises :class:`UnsealError` for a file that was changed, moved, cut short or is not there.
    """
    for _chunk in _opened(row):
        pass
    return _opened(row)


def _opened(row: SubmissionFile) -> Iterator[bytes]:
    try:
        with row.file.storage.open(str(row.file.name)) as source:
            yield from (
                unseal_chunks(source, context=row.place) if is_sealed_file(source) else _as_inspected(row, source)
            )
    except OSError:
        raise UnsealError("This file is not there.") from None


def _as_inspected(row: SubmissionFile, source: IO[bytes]) -> Iterator[bytes]:
    """Yield a file that was stored before files were sealed, if it is still the one that was inspected then."""
    content = source.read()
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise UnsealError("This file is not the one that was sent.")
    yield content


class SealedFiles:
    """What ``rotate_keys`` does with files: each is written anew beside the old one, which goes when that is done."""

    label = f"{SubmissionFile._meta.label}.file"

    def outdated(self) -> list[Any]:
        """Return the files that the newest key did not seal; one that is not there is among them."""
        rows = SubmissionFile.objects.order_by("pk").only("pk", "file")
        return [row.pk for row in rows.iterator(chunk_size=500) if not _is_current(row)]

    @transaction.atomic
    def seal_again(self, pk: Any) -> None:
        """Seal one file anew under its row's lock. Raises UnsealError."""
        row = SubmissionFile.objects.select_for_update().filter(pk=pk).first()
        if row is None or _is_current(row):
            return
        storage, old = row.file.storage, str(row.file.name)
        store(row, BytesIO(b"".join(_opened(row))))  # at most what the intake takes
        row.save(update_fields=["file"])
        transaction.on_commit(lambda: storage.delete(old))


def _is_current(row: SubmissionFile) -> bool:
    try:
        with row.file.storage.open(str(row.file.name)) as source:
            return is_sealed_file(source, newest=True)
    except OSError:
        return False

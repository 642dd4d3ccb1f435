"""What to check: files on disk, or documents of the library."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from django.db.models import QuerySet

from library.models import CustomDocument


@dataclass(frozen=True)
class Item:
    """One file. ``sha256`` is the content that is asked about; empty when there is none to read."""

    name: str
    sha256: str
    open: Callable[[], IO[bytes]]
    document: int | None = None


def from_paths(paths: Iterable[str]) -> Iterator[Item]:
    """Yield files on disk; a folder, a device or what cannot be read has no hash."""
    for name in paths:
        yield Item(name, _digest(Path(name)), partial(_open, Path(name)))


def from_library(documents: QuerySet[CustomDocument]) -> Iterator[Item]:
    """Yield documents of the library by key, with the hash that was stored with the upload."""
    for pk, name, sha256 in documents.order_by("pk").values_list("pk", "file", "sha256").iterator(chunk_size=500):
        storage = CustomDocument._meta.get_field("file").storage
        yield Item(name, sha256, partial(storage.open, name, "rb"), pk)


def _digest(path: Path) -> str:
    """Return the hex SHA-256 of a regular file, else an empty text."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _open(path: Path) -> IO[bytes]:
    """Open a file for reading."""
    return path.open("rb")

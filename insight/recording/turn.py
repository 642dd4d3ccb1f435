"""Who writes next, of several processes on one SQLite file.

SQLite has one writer at a time, and who waits looks again after 1, 2, 5, 10 … 100 milliseconds: the process that wrote
last is mostly there first, and the others wait long. At a locked file they are woken when it becomes free. It only
orders those who come this way: what keeps writers apart is SQLite's own lock.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from functools import cache

from django.db.backends.base.base import BaseDatabaseWrapper


@contextlib.contextmanager
def turn(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Wait for the turn and keep it until the block ends; other databases have queues of their own."""
    place = _file(os.getpid(), str(connection.settings_dict["NAME"])) if _polls(connection) else None
    if place is None:
        yield
        return
    fcntl.flock(place, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(place, fcntl.LOCK_UN)


def _polls(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "sqlite" and not connection.is_in_memory_db()  # type: ignore[attr-defined] # SQLite's own


@cache
def _file(_process: int, database: str) -> int | None:
    """Return the file beside the database, opened once a process; None where none can be made."""
    try:
        return os.open(f"{database}-turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None

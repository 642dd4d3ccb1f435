"""Databases with demo content: laid once in a run, and a copy of it lent to each module that reads it.

A load takes longer than most tests that read it; a copy takes a blink. The workers of pytest-xdist share what one of
them laid, with the files that belong to it.
"""

import contextlib
import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connections

from tests.databases import copy_of_postgresql, copy_of_sqlite

#: What names this run: the process that was started, of which workers of pytest-xdist are the children.
RUN = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
SHARED = Path(tempfile.gettempdir()) / f"waymark-run-{RUN}"
FILES = ("MEDIA_ROOT", "PRIVATE_ROOT")


class Databases:
    """The laid databases that this process has seen, by name."""

    def __init__(self) -> None:
        self._laid: dict[str, str] = {}

    @contextlib.contextmanager
    def lent(self, name: str, load: Callable[[], None]) -> Iterator[None]:
        """Let this process work on a copy of the database that ``load`` fills; ``load`` runs once in a run."""
        if name not in self._laid:
            self._laid[name] = _shared(name, load)
        copy = _place(f"{name}_lent_{os.getpid()}")
        _copied(self._laid[name], copy)
        try:
            with _used(copy):
                yield
        finally:
            _dropped(copy)


def _shared(name: str, load: Callable[[], None]) -> str:
    """Return the database that a worker of this run has laid, its files put where this process looks for them."""
    laid, folder = _place(f"{name}_{RUN}"), SHARED / name
    SHARED.mkdir(exist_ok=True)
    with (SHARED / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not folder.exists():
            _migrated(laid)
            with _used(laid):
                load()
            _files_from(SHARED / f"{name}.new", back=True)
            (SHARED / f"{name}.new").rename(folder)
        else:
            _files_from(folder)
    return laid


def _files_from(folder: Path, *, back: bool = False) -> None:
    """Copy stored files from a folder to where this process keeps them, or ``back``."""
    folder.mkdir(parents=True, exist_ok=True)
    for setting in FILES:
        ways = [folder / setting, Path(getattr(settings, setting))]
        source, target = reversed(ways) if back else ways
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)


def forget_shared() -> None:
    """Take away what this run laid; PostgreSQL's goes with its cluster."""
    shutil.rmtree(SHARED, ignore_errors=True)


@contextlib.contextmanager
def _used(database: str) -> Iterator[None]:
    """Point every new connection of this process to ``database``, and back."""
    # Playwright's loop has a connection object of its own: each is closed, whichever is the present one.
    before: Any = connections["default"]
    name = before.settings_dict["NAME"]
    _changed(before, database)
    try:
        yield
    finally:
        before.close()
        _changed(connections["default"], name)


def _changed(connection: Any, database: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = database
    # What is remembered by process, such as the id of a site, belongs to the rows that were there.
    cache.clear()


def _place(name: str) -> str:
    return name if settings.DATABASE_URL else str(SHARED / f"{name}.sqlite3")


def _migrated(database: str) -> None:
    if settings.DATABASE_URL:
        copy_of_postgresql(settings.DATABASE_URL, database)
    else:
        copy_of_sqlite(Path(database))


def _copied(source: str, target: str) -> None:
    if settings.DATABASE_URL:
        _tell(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
        return
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _dropped(database: str) -> None:
    if settings.DATABASE_URL:
        _tell(f'DROP DATABASE "{database}" WITH (FORCE)')
        return
    for ending in ("", "-wal", "-shm"):
        Path(database + ending).unlink(missing_ok=True)


def _tell(statement: str) -> None:
    import psycopg

    with psycopg.connect(settings.DATABASE_URL, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload] # built from our own names


databases = Databases()

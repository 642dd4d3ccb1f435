"""Databases with demo content: laid once by a process, and a copy of it lent to each module that reads it.

A load takes longer than most tests that read it; a copy takes a blink.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connections

from tests.databases import copy_of_postgresql, copy_of_sqlite


class Databases:
    """The laid databases of this process, by name."""

    def __init__(self) -> None:
        self._laid: dict[str, str] = {}

    @contextlib.contextmanager
    def lent(self, name: str, load: Callable[[], None]) -> Iterator[None]:
        """Let this process work on a copy of the database that ``load`` fills; ``load`` runs at the first call only."""
        if name not in self._laid:
            laid = _place(name)
            _migrated(laid)
            with _used(laid):
                load()
            self._laid[name] = laid
        copy = _place(f"{name}_lent")
        _copied(self._laid[name], copy)
        try:
            with _used(copy):
                yield
        finally:
            _dropped(copy)


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
    own = f"{name}_{os.getpid()}"
    return own if settings.DATABASE_URL else str(settings.TEST_DIR / f"{own}.sqlite3")


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

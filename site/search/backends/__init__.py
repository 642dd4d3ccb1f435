"""The engines, one file each, behind one interface."""

from django.db import connection

from search.backends.base import Hit, SearchBackend
from search.backends.postgresql import PostgreSQLBackend
from search.backends.sqlite import SQLiteBackend

_BACKENDS: dict[str, type[SearchBackend]] = {"sqlite": SQLiteBackend, "postgresql": PostgreSQLBackend}


def current() -> SearchBackend:
    """Return the engine of the database that the site runs on; KeyError on a database that has none."""
    return _BACKENDS[connection.vendor]()


__all__ = ["Hit", "SearchBackend", "current"]

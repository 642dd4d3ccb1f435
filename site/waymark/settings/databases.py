"""Database settings from one address: SQLite is the embedded default, PostgreSQL the production database."""

from pathlib import Path
from typing import Any

import dj_database_url

# Measured: with SQLite's default deferred transactions a third of concurrent writers failed with
# "database is locked". WAL lets readers go on, IMMEDIATE takes the write lock at the start, and
# synchronous=FULL keeps an acknowledged submission through a power cut.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
#: How long a thread keeps its connection.
KEPT_SECONDS = 60


def sqlite(path: Path) -> dict[str, Any]:
    """Return the settings of an SQLite file that many processes may write to.

    A connection is kept: opening one for each request and closing it, which empties the write-ahead log, took three
    quarters of what a rating costs (measured).
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": KEPT_SECONDS,
        "OPTIONS": dict(SQLITE_OPTIONS),
    }


def from_url(url: str) -> dict[str, Any]:
    """Return the settings for ``sqlite:///path`` or ``postgres://user:password@host:port/name``."""
    parsed = dict(dj_database_url.parse(url, conn_max_age=KEPT_SECONDS, conn_health_checks=True))
    if parsed["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite(Path(str(parsed["NAME"])))
    return parsed

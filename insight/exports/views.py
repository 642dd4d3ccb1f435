"""The views on the database. They stand under versioned names, so that a report goes on working after an upgrade.

They are made after each ``migrate`` and not by one migration: SQLite refuses to rebuild a table on which a view
stands, and any later column change rebuilds it. So there they step aside before. On PostgreSQL they stay, and with
them the rights that were given on them.
"""

from typing import Any

from django.db import connections

from insight.exports.tables import TABLES


def install(*, using: str = "default", **_signal: Any) -> None:
    """Make the views that are missing; nothing is done before our tables are there."""
    connection = connections[using]
    tables = {*connection.introspection.table_names()}
    word = "CREATE OR REPLACE VIEW" if connection.vendor == "postgresql" else "CREATE VIEW IF NOT EXISTS"
    with connection.cursor() as cursor:
        for table in TABLES:
            if table.table in tables:
                cursor.execute(f"{word} {table.view} AS {table.select}")


def step_aside(*, using: str = "default", **_signal: Any) -> None:
    """Take the views away while SQLite rebuilds tables."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DROP VIEW IF EXISTS {table.view}")

"""Rows of a published table, in pieces: a store of any size passes through little memory."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db import connection

from insight.exports.columns import Kind, Table

PIECE = 20_000
Row = tuple[Any, ...]


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])


#: SQLite gives texts for days of a view, and whole numbers where a figure happens to be one.
_AS: Mapping[Kind, Callable[[Any], Any]] = {"date": _day, "text": str, "count": int, "number": float}


def pieces(table: Table) -> Iterator[list[Row]]:
    """Yield lists of at most ``PIECE`` rows; each value has the type of its column, or is None."""
    kinds = [_AS[column.kind] for column in table.columns]
    names = ", ".join(column.name for column in table.columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {table.view}")  # noqa: S608 - names of our own
        while rows := cursor.fetchmany(PIECE):
            yield [tuple(None if v is None else kind(v) for kind, v in zip(kinds, row, strict=True)) for row in rows]

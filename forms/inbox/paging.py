"""Pages of a long list by the last row of the one before, so that page 4,000 takes no longer than the first."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from forms.models import Submission

PAGE = 25


@dataclass(frozen=True)
class Order:
    """A column, the primary key for equal values, and which way they run."""

    field: str
    descending: bool


LATE_FIRST = Order("due_on", descending=False)
NEWEST_FIRST = Order("received_at", descending=True)


@dataclass(frozen=True)
class Slice:
    """Rows of one page and the cursors of its neighbours; an empty cursor is none."""

    rows: list[Submission]
    before: str
    after: str


def slice_of(rows: QuerySet[Submission], order: Order, cursor: str, size: int = PAGE) -> Slice:
    """Return the page that ``cursor`` names. One that cannot be read, or none, is the first page."""
    backwards, mark = _read(cursor, order)
    down = order.descending != backwards
    if mark:
        rows = rows.filter(_beyond(order.field, mark, down=down))
    sign = "-" if down else ""
    found = list(rows.order_by(f"{sign}{order.field}", f"{sign}pk")[: size + 1])
    more, page = len(found) > size, found[:size]
    if backwards:
        page.reverse()
    earlier, later = (more, True) if backwards else (mark is not None, more)
    return Slice(
        page,
        _write("<", page[0], order) if page and earlier else "",
        _write(">", page[-1], order) if page and later else "",
    )


def _beyond(field: str, mark: tuple[date, uuid.UUID], *, down: bool) -> Q:
    """Return what lies behind a row; the first condition alone lets the database start at the right place."""
    value, pk = mark
    to = "lt" if down else "gt"
    return Q(**{f"{field}__{to}e": value}) & (Q(**{f"{field}__{to}": value}) | Q(**{f"pk__{to}": pk}))


def _write(way: str, row: Submission, order: Order) -> str:
    return f"{way}{getattr(row, order.field).isoformat()}~{row.pk}"


def _read(cursor: str, order: Order) -> tuple[bool, tuple[date, uuid.UUID] | None]:
    value, _tilde, pk = cursor[1:].partition("~")
    read = datetime if order.field.endswith("_at") else date
    try:
        moment = read.fromisoformat(value)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            return False, None
        return cursor[0] == "<", (moment, uuid.UUID(pk))
    except (ValueError, IndexError):
        return False, None

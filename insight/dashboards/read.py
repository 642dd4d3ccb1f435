"""Sums of the roll-ups. Nothing here reads an event."""

from datetime import date, timedelta
from operator import add
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from insight.models import DailyRollup
from insight.models.daily_rollup import COUNTS
from insight.questions import FORM_END, PAGE_USEFUL, VISIT_END
from insight.scores import PUBLIC
from insight.succession import succession

DAYS = 90
SATISFACTION = [FORM_END.series, VISIT_END.series]
USEFUL = [PAGE_USEFUL.series]
VOLUME = ["contact.volume"]
STARTED, SENT = ["form.started"], ["form.completed"]
SEARCHES, NOTHING = "search", "search.nothing-found"

Sums = dict[tuple[Any, ...], tuple[int, ...]]


def since(days: int = DAYS) -> date:
    """Return the first day of the window."""
    return timezone.localdate() - timedelta(days=days)


def sums(questions: list[str], *fields: str, first: date | None = None, **filters: Any) -> Sums:
    """Return {values of ``fields``: (n, r1, ..., r5)} of what counts since ``first`` (90 days when it is not given).

    A service goes by its name of today: what was told under a name before is found and added up under it.
    """
    service = filters.pop("service", None)
    if service is not None:
        filters["service__in"] = succession().names(service)
    rows = DailyRollup.objects.filter(question__in=questions, day__gte=first or since(), standing__in=PUBLIC, **filters)
    found = rows.order_by().values_list(*fields).annotate(*(Sum(name) for name in COUNTS))
    told = {tuple(row[: len(fields)]): tuple(value or 0 for value in row[len(fields) :]) for row in found}
    return joined(told, fields.index("service")) if "service" in fields else told


def joined(found: Sums, at: int) -> Sums:
    """Return ``found`` with the services, which stand at place ``at`` of its keys, under their names of today."""
    follows = succession()
    added: Sums = {}
    for key, row in found.items():
        now = (*key[:at], follows.now(key[at]), *key[at + 1 :])
        added[now] = tuple(map(add, added[now], row)) if now in added else row
    return added


def total(found: Sums) -> tuple[int, ...]:
    """Return the sum of all rows: (n, r1, ..., r5)."""
    return tuple(sum(row[at] for row in found.values()) for at in range(len(COUNTS)))

"""The public figures of the last twelve months, read from the roll-ups."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.formats import date_format

from insight.dashboards.read import SENT, joined
from insight.models import DailyRollup
from insight.questions import FORM_END, PAGE_USEFUL, SATISFACTION
from insight.scores import PUBLIC
from insight.stats import Point, Score, csat_top2, gds_score, segments, useful_share

DAYS = 365


@dataclass(frozen=True)
class Named:
    """A figure and what it is about."""

    name: str
    score: Score


def since() -> date:
    """Return the first day of the month that lies twelve months back."""
    return (timezone.localdate() - timedelta(days=DAYS)).replace(day=1)


def by_channel() -> tuple[Score, list[Named]]:
    """Return satisfaction over all channels, and that of each, most answers first: one query."""
    rows = _grouped(_satisfaction(), "channel")
    whole = csat_top2(tuple(sum(row[at] for row in rows.values()) for at in range(5)))
    named = [Named(name, csat_top2(counts)) for name, counts in rows.items()]
    return whole, sorted(named, key=lambda row: -row.score.n)


def answered() -> tuple[int, int]:
    """Return how many answered after a form, and how many forms were sent by people themselves."""
    rows = _public().filter(question__in=[FORM_END.series, *SENT], channel="web").order_by()
    told = dict(rows.values_list("question").annotate(Sum("n")))
    return told.get(FORM_END.series, 0), sum(told.get(name, 0) for name in SENT)


def month_name(period: str) -> str:
    """Return "2026-03" as residents write it."""
    return date_format(date.fromisoformat(f"{period}-01"), "F Y")


def by_service() -> list[Named]:
    """Return how useful the pages of each service are, most answers first; pages of no service are left out."""
    told = _grouped(_public().filter(question=PAGE_USEFUL.series).exclude(service=""), "service")
    rows = {key[0]: counts for key, counts in joined({(key,): counts for key, counts in told.items()}, 0).items()}
    return sorted((Named(name, useful_share(counts)) for name, counts in rows.items()), key=lambda row: -row.score.n)


def by_month() -> list[list[Point]]:
    """Return satisfaction month by month, in runs that may be compared: a new question breaks the series."""
    points = [
        Point(f"{month:%Y-%m}", csat_top2(counts), question)
        for (month, question), counts in _monthly(
            _public().filter(question__in=FORM_END.all_series), "question"
        ).items()
    ]
    return segments(points)


def cells() -> dict[tuple[date, str, str, str], tuple[int, ...]]:
    """Return {(month, question, channel, service): (r1..r5)} of every answer that counts."""
    rows = _public().filter(
        question__in=[series for question in (PAGE_USEFUL, *SATISFACTION) for series in question.all_series]
    )
    return joined(_monthly(rows, "question", "channel", "service"), 3)


def scores_of(question: str, counts: tuple[int, ...]) -> list[Score]:
    """Return the figures that are published of one cell, each under its fixed name."""
    return [useful_share(counts)] if question in PAGE_USEFUL.all_series else [csat_top2(counts), gds_score(counts)]


def _public() -> QuerySet[DailyRollup]:
    return DailyRollup.objects.filter(standing__in=PUBLIC, day__gte=since())


def _satisfaction() -> QuerySet[DailyRollup]:
    return _public().filter(question__in=[question.series for question in SATISFACTION])


def _grouped(rows: QuerySet[DailyRollup], *fields: str) -> dict:  # type: ignore[type-arg] # keys are as many as the fields
    """Return {value or values: (r1..r5)}."""
    sums = rows.order_by().values_list(*fields).annotate(*(Sum(f"r{step}") for step in range(1, 6)))
    width = len(fields)
    return {(row[0] if width == 1 else tuple(row[:width])): tuple(row[width:]) for row in sums}


def _monthly(rows: QuerySet[DailyRollup], *fields: str) -> dict:  # type: ignore[type-arg] # the same
    """Return {(first of the month, values): (r1..r5)}; SQLite would call Python for the month of every single row."""
    months: dict[tuple[Any, ...], tuple[int, ...]] = {}
    for (day, *values), counts in sorted(_grouped(rows, "day", *fields).items()):
        key = (day.replace(day=1), *values)
        months[key] = tuple(map(sum, zip(months.get(key, (0,) * 5), counts, strict=True)))
    return months

"""Satisfaction by ward and channel, weighted to the city, and how often each group was heard. One query each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum
from django.utils import timezone

from insight.dashboards import read
from insight.models import GroupCount
from insight.panel.city import city
from insight.panel.dimensions import Dimension
from insight.questions import SATISFACTION
from insight.stats import suppressed
from insight.stats.cells import Cell, RakedCells, rake_cells
from insight.stats.weights import EXPECTED
from insight.voices.counting import ABOUT_YOU

DAYS = 365


def since() -> date:
    """Return the first day of the month that lies twelve months back."""
    return (timezone.localdate() - timedelta(days=DAYS)).replace(day=1)


def cells() -> dict[Cell, tuple[int, int]]:
    """Return {(ward, channel): (content, all)} of the last twelve months, of the questions as they are asked now."""
    rows = GroupCount.objects.filter(
        dimension=Dimension.WARD, month__gte=since(), question__in=[question.series for question in SATISFACTION]
    ).values_list("group", "channel")
    sums = rows.annotate(content=Sum("r4") + Sum("r5"), answers=Sum("n"))
    return {(ward, channel): (content, n) for ward, channel, content, n in sums}


def uses() -> dict[str, int]:
    """Return how often each channel was used in the last 90 days: contacts, and forms that were sent."""
    found: dict[str, int] = {}
    for (channel,), row in read.sums([*read.VOLUME, *read.SENT], "channel").items():
        found[channel] = found.get(channel, 0) + row[0]
    return found


def weighted(used: Mapping[str, int]) -> RakedCells:
    """Return satisfaction weighted to the wards of the city and to how often each channel is used."""
    whole = sum(used.values())
    channels = {channel: n / whole for channel, n in used.items() if n} if whole else {}
    return rake_cells(cells(), [city().get(Dimension.WARD, {}), channels])


def uncounted(used: Mapping[str, int]) -> list[str]:
    """Return the channels of answers that the weighted figure leaves out: nobody counted how often they are used."""
    return sorted({channel for (_ward, channel), (_content, n) in cells().items() if n and not used.get(channel)})


@dataclass(frozen=True)
class Heard:
    """One group: how often it was heard (None where so few must not be shown), and its share of the city."""

    group: str
    n: int | None
    share: float
    silent: bool


def heard() -> dict[str, tuple[int, list[Heard]]]:
    """Return {dimension: (all who told, its groups)} from what people said about themselves in twelve months."""
    counts: dict[str, Counter[str]] = {}
    rows = GroupCount.objects.filter(question=ABOUT_YOU, month__gte=since()).values_list("dimension", "group")
    for dimension, group, n in rows.annotate(sum=Sum("n")):
        counts.setdefault(dimension, Counter())[group] = n
    return {dimension: _heard(counts.get(dimension, Counter()), shares) for dimension, shares in city().items()}


def _heard(counts: Counter[str], shares: Mapping[str, float]) -> tuple[int, list[Heard]]:
    n = sum(counts[group] for group in shares)
    shown = suppressed({group: counts[group] for group in shares})
    return n, [
        Heard(group, shown[group], share, silent=not counts[group] and n * share >= EXPECTED)
        for group, share in shares.items()
    ]

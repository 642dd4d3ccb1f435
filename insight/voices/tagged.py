"""Answers of the last twelve months by what they are tagged with, and how deprived the city is. One query each."""

from django.db.models import Count, Sum

from insight.models import GroupCount, PostcodeWard
from insight.questions import SATISFACTION
from insight.voices.figures import since
from insight.voices.tags import Tag

#: {group: (r1, ..., r5)}
Counts = dict[str, tuple[int, ...]]


def answers() -> dict[str, Counts]:
    """Return the counts of each tag's groups, of the questions as they are asked now."""
    rows = GroupCount.objects.filter(
        dimension__in=Tag.values, month__gte=since(), question__in=[question.series for question in SATISFACTION]
    ).values_list("dimension", "group")
    found: dict[str, Counts] = {tag: {} for tag in Tag.values}
    for tag, group, *counts in rows.annotate(*(Sum(f"r{step}") for step in range(1, 6))):
        found[tag][group] = tuple(counts)
    return found


def areas() -> dict[str, float]:
    """Return the share of each decile among the postcodes whose deprivation is known, the most deprived first."""
    rows = PostcodeWard.objects.exclude(decile=None).order_by("decile").values_list("decile").annotate(n=Count("pk"))
    found = {str(decile): n for decile, n in rows}
    whole = sum(found.values())
    return {decile: n / whole for decile, n in found.items()}

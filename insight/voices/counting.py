"""Count the groups of answers, and find the area of an address. The address is looked at and not kept."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from insight.models import Event, GroupCount, PostcodeWard
from insight.models.event import Standing
from insight.panel.dimensions import Dimension
from insight.types import NOWHERE, Area
from insight.voices.tags import Tag

#: The series of what people say about themselves.
ABOUT_YOU = "about-you"
_COUNTED = (Standing.VERIFIED, Standing.COUNTED)


def area_of(postcode: str) -> Area:
    """Return where ``postcode`` lies; nowhere if the council's list does not have it."""
    code = PostcodeWard.tidied(postcode)
    row = PostcodeWard.objects.filter(pk=code).first() if code else None
    return Area(row.ward, row.decile) if row else NOWHERE


def groups_of(area: Area, tenant: str = "") -> dict[str, str]:
    """Return what an answer counts for, {dimension: group}: only what is known. ``tenant`` is yes, no or empty."""
    told = {Dimension.WARD: area.ward, Tag.DEPRIVATION: str(area.decile or ""), Tag.TENANT: tenant}
    return {str(dimension): group for dimension, group in told.items() if group}


def count_answer(groups: Mapping[str, str], channel: str, question: str, value: int, day: date | None = None) -> None:
    """Add one answer of ``value`` to the month's count of each of its groups, every one alone.

    Call it in the transaction of the answer.
    """
    for dimension, group in sorted(groups.items()):
        _add(dimension, group, channel, question, {"n": 1, f"r{value}": 1}, day)


def count_campaigns(events: Iterable[Event]) -> None:
    """Add new answers to the month's counts of their campaigns, in their transaction. Without one nothing is asked."""
    found: Counter[tuple[str, str, str, date, int]] = Counter()
    for event in events:
        told = event.data
        if "campaign" in told and counts(event.standing):
            series, month = f"{told['question_id']}/{told['question_version']}", timezone.localdate(event.time)
            found[told["campaign"], told["channel"], series, month.replace(day=1), told["value"]] += 1
    for (campaign, channel, series, month, value), n in sorted(found.items()):
        _add(Tag.CAMPAIGN, campaign, channel, series, {"n": n, f"r{value}": n}, month)


def count_about_you(groups: Mapping[str, str]) -> None:
    """Add one to each group that somebody chose: every dimension alone."""
    with transaction.atomic():
        for dimension, group in sorted(groups.items()):
            _add(dimension, group, "web", ABOUT_YOU, {"n": 1}, None)


def counts(standing: str) -> bool:
    """Return whether an answer of that standing is one of the public figures."""
    return standing in _COUNTED


def _add(  # noqa: PLR0917 - the key of one row, and what is added to it
    dimension: str, group: str, channel: str, question: str, more: Mapping[str, int], day: date | None
) -> None:
    row, _new = GroupCount.objects.get_or_create(
        month=(day or timezone.localdate()).replace(day=1),
        dimension=dimension,
        group=group[:80],
        channel=channel,
        question=question,
    )
    GroupCount.objects.filter(pk=row.pk).update(**{name: F(name) + n for name, n in more.items()})

"""Count a group, and find the ward of an address. The address is looked at and not kept."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from insight.models import GroupCount, PostcodeWard
from insight.models.event import Standing
from insight.panel.dimensions import Dimension

#: The series of what people say about themselves.
ABOUT_YOU = "about-you"
_COUNTED = (Standing.VERIFIED, Standing.COUNTED)


def ward_of(postcode: str) -> str:
    """Return the ward in which ``postcode`` lies; empty where the council's list does not have it."""
    row = PostcodeWard.objects.filter(pk=PostcodeWard.tidied(postcode)).first()
    return row.ward if row else ""


def count_ward(ward: str, channel: str, question: str, value: int, day: date | None = None) -> None:
    """Add one answer of ``value`` to its ward's count of the month. Call it in the transaction of the answer."""
    if ward:
        _add(Dimension.WARD, ward, channel, question, {"n": 1, f"r{value}": 1}, day)


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

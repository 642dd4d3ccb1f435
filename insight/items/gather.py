"""The daily job: an item for each thing that is heard, once, until a person answers it."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from insight.items.finders import Found, find
from insight.models.item import Item
from insight.models.owned import ANSWER_WITHIN

#: What was set aside or acted on stays quiet for so long.
QUIET = timedelta(days=90)


def gather(now: datetime | None = None) -> int:
    """Make the items that are new, bring the counts of open ones up to date, and return how many are new."""
    moment = now or timezone.now()
    return sum(_kept(found, moment) for found in find(moment))


def _kept(found: Found, moment: datetime) -> bool:
    same = Item.objects.filter(kind=found.kind, key=found.key)
    if same.filter(state=Item.State.OPEN).update(times=found.times):
        return False
    today = timezone.localdate(moment)
    if same.filter(closed_on__gt=today - QUIET).exists():
        return False
    try:
        with transaction.atomic():
            Item.objects.create(
                kind=found.kind, key=found.key, title=found.title[:255], times=found.times, first_on=today,
                due_on=today + ANSWER_WITHIN, owner_id=found.owner,
            )  # fmt: skip
    except IntegrityError:
        return False  # another worker was first
    return True

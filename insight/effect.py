"""Before and after: whether a page got better once the council had done what it said. Shown only where it is clear."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from insight.models import Action, DailyRollup
from insight.questions import PAGE_USEFUL
from insight.scores import PUBLIC
from insight.stats import change

#: Days on each side; the day of the change itself belongs to neither: that on which it was done, else published.
DAYS = 90


def measure(today: date | None = None) -> int:
    """Bring the effect of every action up to date that is done, and return how many show one."""
    last = (today or timezone.localdate()) - timedelta(days=1)
    done = Action.objects.filter(state=Action.State.DONE, published_on__lte=last).exclude(page=None)
    shown = 0
    for action in done.select_related("page"):
        effect = effect_of(action, last)
        shown += effect is not None
        if effect != action.effect:
            Action.objects.filter(pk=action.pk).update(effect=effect)
    Action.objects.exclude(state=Action.State.DONE).exclude(effect=None).update(effect=None)
    return shown


def effect_of(action: Action, last: date) -> dict[str, Any] | None:
    """Return ``{"before", "after"}`` in per cent; None unless 30 answers on both sides leave no doubt."""
    day = action.published_on
    if action.page is None or day is None:
        return None
    day = action.answered_on or day
    key, span = str(action.page.translation_key), timedelta(days=DAYS)
    before = _answers(key, day - span, day - timedelta(days=1))
    after = _answers(key, day + timedelta(days=1), min(last, day + span))
    found = change(before, after)
    return {"before": round(found.before), "after": round(found.after)} if found and found.clear else None


def _answers(page: str, first: date, last: date) -> tuple[int, int]:
    """Return (yes, all) of one question version: another wording is another series and is not compared."""
    rows = DailyRollup.objects.filter(
        page=page, question=PAGE_USEFUL.series, standing__in=PUBLIC, day__gte=first, day__lte=last
    )
    told = rows.aggregate(yes=Sum("r2", default=0), no=Sum("r1", default=0))
    return told["yes"], told["yes"] + told["no"]

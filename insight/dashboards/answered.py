"""From a "No" on a page to the action about that page that residents can read: read from roll-ups and actions."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from insight.dashboards import read
from insight.models import Action
from insight.questions import PAGE_USEFUL

YEAR = 365


@dataclass(frozen=True)
class Answered:
    """``times`` a "No" of the last twelve months has an action published since; ``days`` is their median wait.

    None where there is none. What has no action yet has no wait: it is not in the figure.
    """

    times: int
    days: int | None


def answered() -> Answered:
    """Count each "No" with the days until the next action about its page was published: two queries."""
    first = read.since(YEAR)
    published = _published(first)
    told = read.sums([*PAGE_USEFUL.all_series], "page", "day", first=first, page__in=[*published], r1__gt=0)
    waits: Counter[int] = Counter()
    for (page, day), (_n, no, *_rest) in told.items():
        at = bisect_left(published[page], day)
        if at < len(published[page]):
            waits[(published[page][at] - day).days] += no
    return Answered(waits.total(), _median(waits))


def _published(first: date) -> Mapping[str, Sequence[date]]:
    """Return the days on which actions about each page were published, by the page's key and in order."""
    rows = Action.objects.filter(published_on__range=(first, timezone.localdate()), page__isnull=False).order_by()
    days: dict[str, set[date]] = defaultdict(set)
    for key, day in rows.values_list("page__translation_key", "published_on"):
        days[str(key)].update(filter(None, [day]))
    return {key: sorted(found) for key, found in days.items()}


def _median(waits: Counter[int]) -> int | None:
    """Return the days within which half were answered."""
    seen = 0
    for days in sorted(waits):
        seen += waits[days]
        if seen * 2 >= waits.total():
            return days
    return None

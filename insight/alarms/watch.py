"""Look at every series once a day, and raise an alarm for each that has fallen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from insight.alarms.series import Series, between, read
from insight.models import Alarm
from insight.models.owned import ANSWER_WITHIN
from insight.stats import Day, chance, discoveries, sums, usual
from insight.stats.cusum import BASELINE_DAYS, LIMIT
from insight.types import UNKNOWN_PAGE

#: How far back a fall may have begun. The usual level is that of the 180 days before.
WATCHED_DAYS = 60


@dataclass(frozen=True)
class Fall:
    """A series whose sum is over the limit; ``began`` is the day after the sum last stood at nothing."""

    series: Series
    began: date
    usual: float
    recent: float
    answers: int
    total: float


def watch(today: date | None = None) -> int:
    """Raise the alarms of the day and return how many. Yesterday is the last whole day."""
    last = (today or timezone.localdate()) - timedelta(days=1)
    first = last - timedelta(days=WATCHED_DAYS - 1)
    before = first - timedelta(days=BASELINE_DAYS)
    falls, chances = {}, {}
    closed = _closed()
    for series, days in read(before, last).items():
        start = max(first, closed.get(series, first) + timedelta(days=1)) if series in closed else first
        fall = look(series, days, before, start, last)
        if fall is not None:
            falls[series], chances[series] = fall, chance(fall.total)
    standing = {series for series in discoveries(chances) if falls[series].total > LIMIT}
    return sum(_raised(falls[series], last) for series in sorted(standing))


def look(series: Series, days: Mapping[date, Day], before: date, start: date, last: date) -> Fall | None:
    """Return how far ``series`` has fallen from ``start`` to ``last``; None without a usual level to compare with."""
    level = usual(between(days, before, before + timedelta(days=BASELINE_DAYS - 1)))
    watched = between(days, start, last)
    if level is None or not watched:
        return None
    totals = list(sums(watched, level))
    quiet = max((at for at, total in enumerate(totals) if total == 0.0), default=-1)
    since = watched[quiet + 1 :]
    answers = sum(day.answers for day in since)
    recent = 100 * sum(day.content for day in since) / answers if answers else 100 * level.share
    return Fall(series, start + timedelta(days=quiet + 1), 100 * level.share, recent, answers, totals[-1])


def _closed() -> dict[Series, date]:
    """Return when each series' newest alarm was answered: the watch starts anew on the day after."""
    rows = Alarm.objects.exclude(closed_on=None).order_by("closed_on").values_list("subject", "question", "closed_on")
    return {Series(subject, question): day for subject, question, day in rows if day is not None}


def _raised(fall: Fall, last: date) -> bool:
    """Keep the alarm; one that is open already stays as it is."""
    try:
        with transaction.atomic():
            name, owner = _named(fall.series.subject)
            Alarm.objects.create(
                subject=fall.series.subject, question=fall.series.question, name=name, owner_id=owner,
                raised_on=last, began_on=fall.began, usual=fall.usual, recent=fall.recent, answers=fall.answers,
                due_on=last + ANSWER_WITHIN,
            )  # fmt: skip
    except IntegrityError:
        return False
    return True


def _named(subject: str) -> tuple[str, int | None]:
    """Return what people call it, a page's title or else the subject itself, and the key of the page's owner."""
    kind, _colon, ref = subject.partition(":")
    if kind != "page" or ref == UNKNOWN_PAGE:
        return ref, None
    page = Page.objects.filter(translation_key=ref).select_related("owner").order_by("pk").first()
    if page is None:
        return ref, None
    return str(page.title), page.owner_id if page.owner and page.owner.is_active else None

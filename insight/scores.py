"""Figures for one subject, read from the roll-ups."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum
from django.utils import timezone

from insight.models import DailyRollup
from insight.models.event import Standing
from insight.questions import FORM_END, PAGE_USEFUL
from insight.stats import Score, csat_top2, useful_share
from insight.types import UNKNOWN_PAGE, Question, Subject

#: Standings that the public figures count.
PUBLIC = (Standing.VERIFIED, Standing.COUNTED)
#: Standings whose comments staff read. A rating repeated within five minutes may be the next person's at the same
#: library: it is not counted, and what they wrote is not lost.
SHOWN_COMMENTS = (*PUBLIC, Standing.SUSPECT, Standing.DUPLICATE)
WINDOW_DAYS = 90


def counts_for(subject: Subject, question: Question, since: date) -> tuple[int, ...]:
    """Return (r1, ..., r5) of the answers that count, from ``since`` to today."""
    rows = DailyRollup.objects.filter(
        subject=subject.key, question=question.series, day__gte=since, standing__in=PUBLIC
    )
    sums = rows.aggregate(**{f"s{step}": Sum(f"r{step}", default=0) for step in range(1, 6)})
    return tuple(sums[f"s{step}"] for step in range(1, 6))


def score_for(subject: Subject, days: int = WINDOW_DAYS) -> Score:
    """Return ``useful_share`` of a page or ``csat_top2`` of a form over the last ``days`` days.

    Its value is None under 30 answers.
    """
    since = timezone.localdate() - timedelta(days=days)
    if subject.kind == "form":
        return csat_top2(counts_for(subject, FORM_END, since))
    return useful_share(counts_for(subject, PAGE_USEFUL, since))


def use_by_page(days: int = WINDOW_DAYS) -> dict[UUID, int]:
    """Return ``{translation key: events counted}`` of all pages that anybody rated or wrote about in ``days`` days."""
    since = timezone.localdate() - timedelta(days=days)
    rows = DailyRollup.objects.filter(day__gte=since, standing__in=PUBLIC).exclude(page__in=["", UNKNOWN_PAGE])
    return {UUID(page): n for page, n in rows.values_list("page").annotate(n=Sum("n")) if n}

"""The series that are watched, read from the roll-ups: one a page or form and question."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Sum

from insight.models import DailyRollup, FormerPage
from insight.questions import FORM_END, PAGE_USEFUL, VISIT_END
from insight.scores import PUBLIC
from insight.stats import Day
from insight.succession import succession

#: Which of the values 1 to 5 mean "content", a question.
CONTENT: Mapping[str, tuple[int, ...]] = {
    FORM_END.series: (4, 5),
    VISIT_END.series: (4, 5),
    PAGE_USEFUL.series: (2,),
}


class Series(NamedTuple):
    """What is judged, and the question and version that were asked: a new wording is a new series."""

    subject: str
    question: str


def read(first: date, last: date) -> dict[Series, dict[date, Day]]:
    """Return the answers that count, a day, of every series that was asked between both days (inclusive).

    A service that has a new name is one series; one that became part of another begins anew with it: it is not the
    same people any more. Pages that are gone are not watched.
    """
    gone = {f"page:{key}" for key in FormerPage.objects.values_list("key", flat=True)}
    follows = succession()
    rows = DailyRollup.objects.filter(
        question__in=CONTENT, standing__in=PUBLIC, day__gte=first, day__lte=last
    ).values_list("subject", "question", "day")
    found: defaultdict[Series, dict[date, Day]] = defaultdict(dict)
    for subject, question, day, *counts in rows.annotate(*(Sum(f"r{step}") for step in range(1, 6))):
        content = sum(counts[value - 1] for value in CONTENT[question])
        kind, _colon, ref = subject.partition(":")
        if subject in gone:
            continue
        name = f"{kind}:{follows.now(ref, merged=False)}" if kind == "service" else subject
        days = found[Series(name, question)]
        before = days.get(day, Day(0, 0))
        days[day] = Day(before.content + content, before.answers + sum(counts))
    return dict(found)


def between(days: Mapping[date, Day], first: date, last: date) -> list[Day]:
    """Return one entry a day from first to last (inclusive); a day without answers holds none."""
    return [days.get(first + timedelta(days=step), Day(0, 0)) for step in range((last - first).days + 1)]

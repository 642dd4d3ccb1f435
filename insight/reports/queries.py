"""What the admin shows, read from the roll-ups and the comments: a handful of queries, however many events."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count, Sum
from django.utils import timezone
from wagtail.models import Page

from insight.gone import former
from insight.models import Comment, DailyRollup, FormerPage
from insight.models.event import Standing
from insight.questions import FORM_END, PAGE_USEFUL
from insight.scores import PUBLIC, SHOWN_COMMENTS, WINDOW_DAYS, counts_for
from insight.stats import Score, csat_top2, useful_share
from insight.types import Question, Subject

NEWEST = 20


@dataclass(frozen=True)
class Week:
    """Answers of the seven days from ``start``."""

    start: date
    yes: int
    no: int


@dataclass(frozen=True)
class PageFeedback:
    """One page's own feedback, in all languages together."""

    score: Score
    yes: int
    no: int
    suspect: int
    weeks: list[Week]
    comments: list[Comment]


@dataclass(frozen=True)
class Row:
    """One line of the report. ``finished`` is how many forms were sent, None for a page."""

    name: str
    page_id: int | None
    counts: tuple[int, ...]
    score: Score
    comments: int
    finished: int | None = None

    @property
    def response_rate(self) -> float | None:
        """Return ratings a hundred finished forms, None where no finished form was counted."""
        return 100 * sum(self.counts) / self.finished if self.finished else None


def since() -> date:
    """Return the first day of the window that all figures here cover."""
    return timezone.localdate() - timedelta(days=WINDOW_DAYS)


def page_feedback(page: Page) -> PageFeedback:
    """Return what residents said about ``page`` in the last 90 days, and the newest comments."""
    key, first = str(page.translation_key), since()
    counts = counts_for(Subject("page", key), PAGE_USEFUL, first)
    suspect = DailyRollup.objects.filter(page=key, question=PAGE_USEFUL.series, day__gte=first)
    comments = Comment.objects.filter(page=key, standing__in=SHOWN_COMMENTS).exclude(text="")
    return PageFeedback(
        score=useful_share(counts),
        yes=counts[1],
        no=counts[0],
        suspect=suspect.filter(standing=Standing.SUSPECT).aggregate(n=Sum("n", default=0))["n"],
        weeks=_weeks(key, first),
        comments=list(comments[:NEWEST]),
    )


def page_rows() -> list[Row]:
    """Return every page that was rated or written about, most answers first."""
    counts, comments = _counts(PAGE_USEFUL, "page"), _comments("page")
    pages: dict[str, Page] = {}
    keys = [key for key in {*counts, *comments} if key and key != "unknown"]
    for page in Page.objects.filter(translation_key__in=keys).select_related("locale"):
        if str(page.translation_key) not in pages or page.locale.language_code == settings.LANGUAGE_CODE:
            pages[str(page.translation_key)] = page
    gone = {row.key: former(row.title, row.deleted_on) for row in FormerPage.objects.all()}
    rows = [
        Row(
            name=pages[key].title if key in pages else gone.get(key, ""),
            page_id=pages[key].pk if key in pages else None,
            counts=counts[key],
            score=useful_share(counts[key]),
            comments=comments.get(key, 0),
        )
        for key in {*counts, *comments}
        if key
    ]
    return sorted(rows, key=lambda row: (-sum(row.counts), -row.comments, row.name))


def form_rows() -> list[Row]:
    """Return every form version that was rated or finished, most answers first."""
    counts, comments = _counts(FORM_END, "subject"), _comments("subject")
    sent = DailyRollup.objects.filter(question="form.completed", day__gte=since()).values_list("subject")
    finished = dict(sent.annotate(n=Sum("n")))
    forms = {key for key in {*counts, *comments, *finished} if key.startswith("form:")}
    rows = [
        Row(
            key.removeprefix("form:"),
            None,
            counts[key],
            csat_top2(counts[key]),
            comments.get(key, 0),
            finished.get(key, 0),
        )
        for key in forms
    ]
    return sorted(rows, key=lambda row: (-sum(row.counts), row.name))


def _counts(question: Question, field: str) -> defaultdict[str, tuple[int, ...]]:
    rows = DailyRollup.objects.filter(question=question.series, standing__in=PUBLIC, day__gte=since())
    sums = rows.values_list(field).annotate(*(Sum(f"r{step}") for step in range(1, 6)))
    return defaultdict(lambda: (0, 0, 0, 0, 0), {row[0]: tuple(row[1:]) for row in sums})


def _comments(field: str) -> dict[str, int]:
    rows = Comment.objects.filter(standing__in=SHOWN_COMMENTS, created_at__date__gte=since()).exclude(text="")
    return dict(rows.order_by().values_list(field).annotate(n=Count("pk")))


def _weeks(page: str, first: date) -> list[Week]:
    rows = DailyRollup.objects.filter(page=page, question=PAGE_USEFUL.series, standing__in=PUBLIC, day__gte=first)
    totals: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    for day, no, yes in rows.values_list("day", "r1", "r2"):
        totals[(day - first).days // 7][0] += yes
        totals[(day - first).days // 7][1] += no
    return [Week(first + timedelta(days=7 * week), *totals[week]) for week in range(WINDOW_DAYS // 7 + 1)]

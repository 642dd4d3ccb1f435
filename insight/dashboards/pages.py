"""The board of an author's own pages: how useful each is, and how long ago somebody looked at it."""

from collections.abc import Sequence

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from insight.dashboards import read
from insight.dashboards.board import CELL, Section, asked, scored
from insight.models import Comment
from insight.questions import PAGE_USEFUL
from insight.scores import SHOWN_COMMENTS
from insight.stats import useful_share


def rated(pages: Sequence[Page]) -> Section:
    """Return the table of ``pages``, those with most answers first: two queries."""
    keys = [str(page.translation_key) for page in pages]
    found = {page: row for (page,), row in read.sums(read.USEFUL, "page", page__in=keys).items()}
    written = Comment.objects.filter(
        page__in=keys, created_at__date__gte=read.since(), standing__in=SHOWN_COMMENTS
    ).exclude(text="")
    comments = dict(written.order_by().values_list("page").annotate(n=Count("pk")))
    lines, whole = [], [0] * 6
    for page in pages:
        key = str(page.translation_key)
        counts = found.get(key, (0,) * 6)
        whole = [a + b for a, b in zip(whole, counts, strict=True)]
        cells = [f"{comments.get(key, 0):,}", _age(page)]
        link = reverse("insight_page", args=[page.pk])
        lines.append(scored(page.title, useful_share(counts[1:]), cells, link=link))
    lines.sort(key=lambda line: -int(line.cells[1].replace(",", "")))
    score = useful_share(whole[1:])
    heads = [_("Page"), _("Useful"), _("Answers"), _("Comments"), _("Published")]
    return Section(
        _("Pages"), _sentence(score.n, score.value), heads, lines, _("Useful, of 100"), (asked(PAGE_USEFUL),)
    )


def _sentence(n: int, value: float | None) -> str:
    if not n:
        return _("Nobody has rated these pages in the last 90 days.")
    if value is None:
        return _("There are %(n)s answers in the last 90 days: too few for a figure.") % {"n": n}
    words = _("%(value)s of 100 answers in the last 90 days say that these pages are useful (%(n)s answers).")
    return words % {"value": round(value), "n": f"{n:,}"}


def _age(page: Page) -> str:
    """Return how long ago the page was published last."""
    if page.last_published_at is None:
        return CELL
    days = (timezone.now() - page.last_published_at).days
    return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days} if days else _("Today")

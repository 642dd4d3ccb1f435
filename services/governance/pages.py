"""Live pages by what is wrong with them, across all page types."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from core.models import BasePage
from insight.services import Subject, score_for, search_log, use_by_page

#: Pages of a list: a report that nobody can finish is not read.
MOST = 100
#: A share of "yes" below this is low; under 30 answers there is no share.
LOW_SHARE = 0.6
WINDOW = timedelta(days=90)


@dataclass(frozen=True)
class Row:
    """A page in the report: ``note`` says what is wrong, in words."""

    title: str
    team: str
    note: str
    url: str


def due_pages(by: date) -> list[Any]:
    """Return the live pages whose review date is ``by`` or earlier, the oldest first. One query a page type."""
    found = [page for model in _types() for page in _due_of(model, by)]
    return sorted(found, key=lambda page: page.review_on)


def overdue() -> Iterator[Row]:
    """Yield what should have been looked at by yesterday."""
    for page in due_pages(timezone.localdate() - timedelta(days=1))[:MOST]:
        yield _row(page, f"Review was due on {page.review_on:%d %B %Y}.")


def without_owner() -> Iterator[Row]:
    """Yield live pages that no team looks after."""
    found = [page for model in _types() for page in model.objects.live().filter(owning_team=None, alias_of=None)[:MOST]]
    for page in found[:MOST]:
        yield _row(page, "No team looks after it.")


def unread() -> Iterator[Row]:
    """Yield pages that have been live for 90 days without anybody answering or writing about them.

    Visits are not counted on this website, so this is a sign and no proof.
    """
    used = use_by_page(WINDOW.days)
    since = timezone.now() - WINDOW
    pages = Page.objects.live().filter(depth__gt=2, alias_of=None, first_published_at__lt=since)
    for page in pages.exclude(translation_key__in=used).order_by("first_published_at")[:MOST]:
        yield _row(page, "Nobody answered or wrote about it in 90 days.")


def unloved() -> Iterator[Row]:
    """Yield pages that few people found useful, the worst first; a page needs 30 answers to be here."""
    keys = sorted(use_by_page(WINDOW.days).items(), key=lambda item: -item[1])[:MOST]
    pages = Page.objects.live().filter(translation_key__in=[key for key, _count in keys], alias_of=None)
    rated = ((score_for(Subject("page", str(page.translation_key))).value, page) for page in pages)
    low = [(share, page) for share, page in rated if share is not None and share < LOW_SHARE]
    for share, page in sorted(low, key=lambda pair: pair[0]):
        yield _row(page, f"{round(share * 100)} in 100 people found it useful.")


def unfindable() -> Iterator[Row]:
    """Yield words that people searched for and found nothing, the most frequent first."""
    for row in search_log(timezone.now() - WINDOW)[:MOST]:
        if row.nothing:
            yield Row(row.query, "", f"Searched {row.searches} times, nothing found {row.nothing} times.", "")


def _types() -> list[Any]:
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def _due_of(model: Any, by: date) -> Any:
    pages = model.objects.live().filter(review_on__lte=by, alias_of=None)
    return pages.select_related("owning_team", "owner").order_by("review_on")


def _row(page: Any, note: str) -> Row:
    team = getattr(page, "owning_team", None)
    return Row(page.title, str(team or ""), note, reverse("wagtailadmin_pages:edit", args=[page.pk]))

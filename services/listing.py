"""Which pages stand in a list, and in which language. One or two queries, whatever the length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import F, Q
from wagtail.models import Page

from core.services import public

Listed = TypeVar("Listed", bound=Page)


def truly_translated(pages: Any) -> Any:
    """Leave out of a page queryset the copies that stand untranslated in another language's tree (WCAG 3.1.1)."""
    return pages.filter(Q(alias_of=None) | Q(alias_of__locale=F("locale")))


def pages_below(parent: Page) -> list[Page]:
    """Return the live, public children of ``parent`` as their own types, in the order of the tree."""
    return list(truly_translated(public(parent.get_children().live())).select_related("locale").specific())


@dataclass(frozen=True)
class Group(Generic[Listed]):
    """Pages that stand together in a list: those ahead, or those that are over."""

    pages: list[Listed]
    over: bool = False


def grouped(pages: Iterable[Listed], order: str) -> list[Group[Listed]]:
    """Return the pages in groups; ``order`` is a value of IndexPage.Order.

    A page says when it is about with ``listed_on`` (a date or None) and whether that is past with ``is_over``.
    """
    rows = list(pages)
    if order == "title":
        return [Group(sorted(rows, key=lambda page: page.title.casefold()))]
    if order == "newest":
        return [Group(sorted(rows, key=_day, reverse=True))]
    if order == "soonest":
        ahead = sorted((page for page in rows if not is_over(page)), key=_day)
        over = sorted((page for page in rows if is_over(page)), key=_day, reverse=True)
        return [group for group in (Group(ahead), Group(over, over=True)) if group.pages]
    return [Group(rows)]


def is_over(page: Page) -> bool:
    """Return whether what a page is about is past."""
    return bool(getattr(page, "is_over", False))


def _day(page: Page) -> date:
    day: date | None = getattr(page, "listed_on", None)
    return day or date.min

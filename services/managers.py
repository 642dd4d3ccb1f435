"""Managers that fetch a page with what its template shows, so that the count of queries never grows."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import PageManager, PageQuerySet


class JoinedQuerySet(PageQuerySet):
    """Pages joined with what they show, unless a caller wants a few columns only, as Wagtail's editor does."""

    def only(self, *fields: str) -> QuerySet[Any]:
        """Return the named columns without the joins: Django refuses a join over a column that is left out."""
        pages: QuerySet[Any] = PageQuerySet.only(self.select_related(None), *fields)
        return pages


class JoinedPageManager(PageManager):
    """Wagtail's manager with that query set."""

    _queryset_class = JoinedQuerySet


class ServicePageManager(JoinedPageManager):
    """Service pages with their promise and contact; Wagtail serves through the default manager."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return pages joined with what they show."""
        pages: QuerySet[Any] = super().get_queryset()
        return pages.select_related(
            "locale", "promise__locale", "shared_fee", "contact__locale", "contact__help_page__locale"
        )


class VideoPageManager(JoinedPageManager):
    """How-to video pages with their video."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return pages joined with what they show."""
        pages: QuerySet[Any] = super().get_queryset()
        joined = pages.select_related("locale", "video__bsl_version", "video__described_version")
        return joined.prefetch_related("video__tracks", "video__texts")


class GuidePageManager(JoinedPageManager):
    """Guides with the contact beside them."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return pages joined with what they show."""
        pages: QuerySet[Any] = super().get_queryset()
        return pages.select_related("locale", "contact__locale", "contact__help_page__locale")

"""Managers that fetch a page with what its template shows, so that the count of queries never grows."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import PageManager


class ServicePageManager(PageManager):
    """Service pages with their promise and contact; Wagtail serves through the default manager."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return pages joined with what they show."""
        pages: QuerySet[Any] = super().get_queryset()
        return pages.select_related("locale", "promise", "contact__help_page__locale")


class VideoPageManager(PageManager):
    """How-to video pages with their video."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return pages joined with what they show."""
        pages: QuerySet[Any] = super().get_queryset()
        return pages.select_related("locale", "video").prefetch_related("video__tracks", "video__texts")


class GuidePageManager(PageManager):
    """Guides with the contact beside them."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return pages joined with what they show."""
        pages: QuerySet[Any] = super().get_queryset()
        return pages.select_related("locale", "contact__help_page__locale")

"""What the site knows about a page named in an answer. The tree alone decides, never what was posted."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from wagtail.models import Page

from insight.types import UNKNOWN_PAGE, Subject

#: In Wagtail's tree the children of the home page are the service areas.
AREA_DEPTH = 3
KEPT_SECONDS = 300


@dataclass(frozen=True)
class PageFacts:
    """``key`` is the translation key, or ``unknown``; ``service`` the English slug of the service area."""

    key: str
    service: str = ""

    @property
    def known(self) -> bool:
        """Return whether the site has such a page."""
        return self.key != UNKNOWN_PAGE

    @property
    def subject(self) -> Subject:
        """Return the page as what an answer is about."""
        return Subject("page", self.key, self.service)


def page_facts(key: str) -> PageFacts:
    """Return what is known of the page with this translation key, remembered for five minutes."""
    try:
        name = str(uuid.UUID(key))
    except ValueError:
        return PageFacts(UNKNOWN_PAGE)
    service = cache.get_or_set(_known_as(name), lambda: _service(name), KEPT_SECONDS)
    return PageFacts(UNKNOWN_PAGE) if service is None else PageFacts(name, service)


def forget_page(key: str) -> None:
    """Look the page up anew: it was deleted."""
    cache.delete(_known_as(key))


def area_of(page: Page) -> Page | None:
    """Return the service area in which ``page`` stands; None for the home page."""
    return Page.objects.filter(path=page.path[: AREA_DEPTH * Page.steplen], depth=AREA_DEPTH).first()


def service_areas() -> QuerySet[Page]:
    """Return the service areas that are live in English, by title.

    A form that stands there is none, and neither is a page of another type with nothing under it, such as "Contact us".
    An area whose last page went keeps its figures.
    """
    areas: QuerySet[Page] = Page.objects.filter(
        depth=AREA_DEPTH, live=True, locale__language_code=settings.LANGUAGE_CODE
    )
    plain = Q(numchild=0, content_type__app_label="services") & ~Q(content_type__model="serviceindexpage")
    return areas.exclude(Q(content_type__app_label="onlineforms") | plain).order_by("title")


def owners_of_areas() -> dict[str, int]:
    """Return {slug: key of the user} for service areas whose page has an owner who may still sign in."""
    return dict(service_areas().filter(owner__is_active=True).values_list("slug", "owner"))


def live_page(key: str) -> Page | None:
    """Return the live page in the active language, else in English, else None."""
    if not page_facts(key).known:
        return None
    pages = {page.locale.language_code: page for page in _versions(key).filter(live=True)}
    return pages.get(get_language() or "") or pages.get(settings.LANGUAGE_CODE)


def _known_as(key: str) -> str:
    return f"insight:service:{key}"


def _versions(key: str) -> QuerySet[Page]:
    versions: QuerySet[Page] = Page.objects.filter(translation_key=key, depth__gt=1)
    return versions.select_related("locale")


def _service(key: str) -> str | None:
    """Return the slug of the service area, empty for the home page, None when there is no such page."""
    pages = {page.locale.language_code: page for page in _versions(key)}
    if not pages:
        return None
    page = pages.get(settings.LANGUAGE_CODE) or next(iter(pages.values()))
    area = area_of(page)
    return area.slug[:80] if area else ""

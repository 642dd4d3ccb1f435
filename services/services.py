"""The only door of services."""

from typing import Any

from wagtail.models import Page

from core.services import public
from services.answers import PageAnswer, answers_of
from services.demo.lookup import page_named as demo_page
from services.demo.pages import fill_pages as fill_demo_pages
from services.demo.pages import make_pages as make_demo_pages
from services.links import PageLink, link_to, page_links
from services.listing import truly_translated
from services.models import ServiceIndexPage
from services.service_list import publish_service_list

__all__ = [
    "PageAnswer",
    "PageLink",
    "answers_of",
    "areas_of",
    "demo_page",
    "fill_demo_pages",
    "link_to",
    "make_demo_pages",
    "new_area",
    "page_links",
    "publish_service_list",
]


def areas_of(home: Page) -> list[ServiceIndexPage]:
    """Return the live, public service areas right under a home page, in the order of its tree. One query."""
    areas = public(ServiceIndexPage.objects.child_of(home).live())
    return list(truly_translated(areas.select_related("locale")))


def new_area(**values: Any) -> ServiceIndexPage:
    """Return a service area that is not stored yet."""
    area: ServiceIndexPage = ServiceIndexPage(**values)
    return area

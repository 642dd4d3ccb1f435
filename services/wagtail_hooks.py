"""What this room changes in Wagtail."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from services.known_pages import known


@hooks.register("register_rich_text_features", order=10)
def draw_links_from_known_pages(features: Any) -> None:
    """Use our link handler in place of Wagtail's own, which asks three times a paragraph."""
    features.register_link_type(KnownPageLinks)


class KnownPageLinks(PageLinkHandler):
    """Draws links from what the page has fetched already; others cost one query a text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link; one to a page that is gone leads nowhere."""
        pages = _pages([int(attrs["id"]) for attrs in attrs_list if attrs.get("id", "").isdigit()])
        found = (pages.get(attrs.get("id", "")) for attrs in attrs_list)
        return [f'<a href="{escape(page.get_url())}">' if page else "<a>" for page in found]


def _pages(ids: Sequence[int]) -> dict[str, Page]:
    here = known()
    missing = [key for key in ids if key not in here]
    fetched = Page.objects.filter(pk__in=missing).select_related("locale") if missing else ()
    pages = {**here, **{page.pk: _in_active_language(page) for page in fetched}}
    return {str(key): page for key, page in pages.items()}


def _in_active_language(page: Page) -> Page:
    return page if page.locale.language_code == get_language() else page.localized

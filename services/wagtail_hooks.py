"""What this room changes in Wagtail."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core.models.page import MOST_SHARED
from services.colleagues import views as colleague_views  # noqa: F401 - it registers its own hooks
from services.governance import views as governance_views  # noqa: F401 - it registers its own hooks
from services.known_pages import address_here, known
from services.models import EditNotice


@hooks.register("register_rich_text_features", order=10)  # type: ignore[untyped-decorator] # Wagtail has no types
def draw_links_from_known_pages(features: Any) -> None:
    """Use our link handler in place of Wagtail's own, which asks three times a paragraph."""
    features.register_link_type(KnownPageLinks)


@hooks.register("before_edit_page")  # type: ignore[untyped-decorator] # Wagtail has no types
def show_edit_notice(request: HttpRequest, page: Page) -> None:
    """Say before anybody changes a page what they must know."""
    notice = EditNotice.objects.filter(page=page).first()
    if notice is not None and notice.holds and request.method == "GET":
        messages.warning(request, f"Before you change this page: {notice.reason}")


@hooks.register("after_create_page")  # type: ignore[untyped-decorator] # Wagtail has no types
@hooks.register("after_edit_page")  # type: ignore[untyped-decorator] # Wagtail has no types
def warn_of_a_long_share_text(request: HttpRequest, page: Page) -> None:
    """Say that the end of a share text is cut off. Not at each automatic save: those show no messages."""
    length = len(page.search_description)
    if length > MOST_SHARED and request.accepts("text/html"):
        words = f"The share text has {length} letters. Social media cut it off after {MOST_SHARED}: make it shorter."
        messages.warning(request, words)


class KnownPageLinks(PageLinkHandler):
    """Draws links from what the page has fetched already; others cost one query a text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link; one to a page that is gone leads nowhere."""
        pages = _pages([int(attrs["id"]) for attrs in attrs_list if attrs.get("id", "").isdigit()])
        found = (pages.get(attrs.get("id", "")) for attrs in attrs_list)
        return [f'<a href="{escape(address_here(page))}">' if page else "<a>" for page in found]


def _pages(ids: Sequence[int]) -> dict[str, Page]:
    here = known()
    missing = [key for key in ids if key not in here]
    fetched = Page.objects.filter(pk__in=missing).select_related("locale") if missing else ()
    pages = {**here, **{page.pk: _in_active_language(page) for page in fetched}}
    return {str(key): page for key, page in pages.items()}


def _in_active_language(page: Page) -> Page:
    return page if page.locale.language_code == get_language() else page.localized

"""The one text that stands for a page elsewhere: canonical address, Open Graph, share text."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

#: BCP 47 -> Open Graph's own form.
LOCALES = {"en": "en_GB", "pl": "pl_PL", "ur": "ur_PK", "ar": "ar_AR"}


@dataclass(frozen=True)
class Card:
    """Title, words and whole address of a page; ``locale`` in the form language_TERRITORY."""

    title: str
    text: str
    url: str
    locale: str


def share_card(page: Page | None, request: HttpRequest) -> Card | None:
    """Return the card of a stored page. A copy of another page in its own language has that page's address."""
    if not isinstance(page, Page) or not page.pk:
        return None
    source = page.alias_of if page.alias_of_id else None
    url = (source or page).get_full_url(request) or ""
    text = page.search_description or getattr(page, "summary", "")
    language = page.locale.language_code
    return Card(page.seo_title or page.title, text, url, LOCALES.get(language, language))

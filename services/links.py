"""Links for the templates' components: words, address, and the language where it is another one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page


@dataclass(frozen=True)
class PageLink:
    """A link with the sentence under it; ``language`` is set where it differs from the reader's (WCAG 3.1.2)."""

    text: str
    url: str
    summary: str = ""
    language: str = ""


def page_links(pages: Iterable[Page], request: HttpRequest | None = None) -> list[PageLink]:
    """Return a link to each page, under its own title."""
    return [link_to(page, page.title, request) for page in pages]


def link_to(page: Page, words: str, request: HttpRequest | None = None) -> PageLink:
    """Return a link to ``page`` with these words. No query where ``page.locale`` was fetched along.

    Words of the author's own are in the language of the page that they stand on; only a title is in its page's.
    """
    language = page.locale.language_code
    foreign = language != get_language() and words == page.title
    return PageLink(words, page.get_url(request) or "", getattr(page, "summary", ""), language if foreign else "")

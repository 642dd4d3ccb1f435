"""The language switcher, and the links that tell search engines about translations."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup
from wagtail.models import Page

from translation.real import Language, languages_of


def language_links(page: Page | None, request: HttpRequest) -> Markup:
    """Return a ``nav`` with every language the page is in, or nothing when it is in one only.

    Each name stands in its own language and is marked so (WCAG 3.1.2).
    """
    languages = _languages(page, request)
    if len(languages) < 2:
        return Markup("")
    return Markup(render_to_string("translation/switcher.jinja", {"languages": languages}, request))  # noqa: S704 - an escaped template


def hreflang_links(page: Page | None, request: HttpRequest) -> Markup:
    """Return reciprocal ``<link rel="alternate" hreflang>`` elements, English also as ``x-default``."""
    languages = _languages(page, request)
    if len(languages) < 2 or page is None:
        return Markup("")
    root = page.get_site().root_url
    context = {"languages": languages, "default": settings.LANGUAGE_CODE, "root": root}
    return Markup(render_to_string("translation/hreflang.jinja", context, request))  # noqa: S704 - an escaped template


def _languages(page: Page | None, request: HttpRequest) -> list[Language]:
    """Return the languages of ``page``, looked up once a page object: head and strip both draw them."""
    if page is None:
        return []
    if not hasattr(page, "_waymark_languages"):
        page._waymark_languages = languages_of(page, request)
    found: list[Language] = page._waymark_languages
    return found

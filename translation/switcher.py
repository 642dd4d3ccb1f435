"""The language switcher, and the links that tell search engines about translations."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override
from markupsafe import Markup
from wagtail.models import Page

from core.services import site_path
from translation.real import Language, languages_of


def language_links(page: Page | None, request: HttpRequest) -> Markup:
    """Return a ``nav`` with every language the page is in, where it is in more than one, and the way to all others.

    Each name stands in its own language and is marked so (WCAG 3.1.2).
    """
    languages = _languages(page, request)
    if len(languages) < 2:
        languages = []
    offers = {each.code: _offer(each.code) for each in languages}
    context = {"languages": languages, "offers": offers, "others": site_path("languages/")}
    return Markup(render_to_string("translation/switcher.jinja", context, request))  # noqa: S704 - an escaped template


def _offer(code: str) -> str:
    """Return the line that a browser shows to whoever prefers ``code``, in that language."""
    with override(code):
        return _("This page is also in your language.")


def hreflang_links(page: Page | None, request: HttpRequest) -> Markup:
    """Return reciprocal ``<link rel="alternate" hreflang>`` elements, English also as ``x-default``."""
    languages = _languages(page, request)
    if len(languages) < 2 or page is None:
        return Markup("")
    _site, root, _path = page.get_url_parts(request) or (None, "", "")
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

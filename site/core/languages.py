"""Which language a request is in, and which way its script runs. The path decides, nothing else."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language, get_language_bidi, get_language_from_path, get_language_info
from markupsafe import Markup


class PathLocaleMiddleware:
    """Activate the language of the address.

    Django's own LocaleMiddleware also looks at a cookie and at Accept-Language, and marks English pages
    ``Vary: Accept-Language``: our pages must be the same for everybody, so that any cache may keep them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request in its language, and say so in ``Content-Language``."""
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def direction(language: str | None = None) -> str:
    """Return ``rtl`` or ``ltr`` for a language code, by default the active one (WCAG 1.3.2)."""
    if language is None:
        return "rtl" if get_language_bidi() else "ltr"
    return "rtl" if language.split("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def language_name(language: str) -> str:
    """Return a language's name in itself, for example ``Polski``; an unknown code comes back as it is."""
    try:
        name = str(get_language_info(language)["name_local"])
    except KeyError:
        return language
    return name[:1].upper() + name[1:]


def said_in(thing: Any) -> Markup:
    """Return the ``lang`` and ``dir`` of a part that is in another language than its page, else nothing (WCAG 3.1.2).

    ``thing`` is a code (BCP 47), a row with a language, or a frozen copy of one. An English page asks for no row's
    language: what it shows was written in English first.
    """
    page = get_language() or settings.LANGUAGE_CODE
    if isinstance(thing, dict):
        code = str(thing.get("language", ""))
    elif isinstance(thing, str):
        code = thing
    else:
        code = "" if thing is None or page == settings.LANGUAGE_CODE else str(thing.locale.language_code)
    if code in ("", page):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(code, direction(code))

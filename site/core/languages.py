"""Which language a request is in, and which way its script runs. The path decides, nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_bidi, get_language_from_path, get_language_info


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

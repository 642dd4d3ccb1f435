"""wagtail-localize, Wagtail's pages and its snippets ask no one's language: their screens are asked for here."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import ResolverMatch, reverse
from wagtail.admin.auth import permission_denied
from wagtail_localize.models import Translation

from translation.frontier import asked_objects, asked_snippets
from translation.models.right import MANAGE
from translation.permissions import is_bound, locales_within, may_translate

_LOCALIZE = "wagtail_localize"
#: Screens of wagtail-localize that show or change every language at once.
_REPORTS = {"translations_report", "translations_report_results"}
#: Its screen that copies pages in the request itself; ours sends them to the worker.
_SENDING = {"submit_page_translation"}
#: Its screens that write what nobody has checked: files, machines, English into live translations. The desk does it.
_UNCHECKED = {"upload_pofile", "download_pofile", "machine_translate"}
_SYNC = {"update_translations"}
#: Wagtail's reports of who did what, and of which kinds of page there are, name objects of every language.
_HISTORY = {"site_history", "site_history_results", "page_types_usage", "page_types_usage_results"}
#: Whoever makes forms of files is no translator.
_ELSEWHERE = {"onlineforms_exchange"}
#: The desk's own screens ask for themselves: they show the English beside its translation.
_DESK = "translation_"
#: A script's own words, which name no page.
_OPEN = {"javascript_catalog"}


class LocaleBorderMiddleware:
    """Keep translators within their languages, on every screen of the admin that is about an object of a language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """Answer instead of a screen that is not the person's. Raises PermissionDenied."""
        match = request.resolver_match
        # Who asks is looked at in the admin only: a public page that reads the session is kept by no cache.
        if match is None or not request.path_info.startswith("/admin/") or not request.user.is_authenticated:
            return None
        if _space(match) == _LOCALIZE:
            return _localize(request, match, kwargs)
        if str(match.url_name).startswith(_DESK) or not is_bound(request.user):
            return None
        try:
            return _bound(request, match, kwargs)
        except PermissionDenied:
            # As on Wagtail's own screens: the person is told, and stays in the admin.
            told: HttpResponse = permission_denied(request)
            return told


def _space(match: ResolverMatch) -> str:
    return match.namespaces[-1] if match.namespaces else ""


def _localize(request: HttpRequest, match: ResolverMatch, kwargs: dict[str, Any]) -> HttpResponse | None:
    if match.url_name in _OPEN:
        return None
    translation = Translation.objects.filter(pk=kwargs.get("translation_id")).first()
    manages = request.user.has_perm(MANAGE)
    if match.url_name in _REPORTS and not manages:
        return HttpResponseRedirect(reverse("translation_queue"))
    if manages and match.url_name in _SENDING:
        return HttpResponseRedirect(f"{reverse('translation_send')}?page={kwargs['page_id']}")
    if not manages and not may_translate(request.user, translation and translation.target_locale_id):
        raise PermissionDenied
    if match.url_name in _SYNC:
        return HttpResponseRedirect(reverse("translation_queue"))
    if translation is not None and (match.url_name in _UNCHECKED or not _exists(translation)):
        # Its own screens fail where nothing has been written yet; the desk does not.
        return HttpResponseRedirect(reverse("translation_edit", args=[translation.uuid]))
    return None


def _exists(translation: Translation) -> bool:
    """Return whether the page or snippet of a translation has been written."""
    model = translation.source.specific_content_type.model_class()
    written = model._default_manager.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    )
    return bool(written.exists())


def _bound(request: HttpRequest, match: ResolverMatch, kwargs: dict[str, Any]) -> HttpResponse | None:
    """Ask for the language of everything that a screen of the admin is about."""
    if match.url_name in _HISTORY:
        return HttpResponseRedirect(reverse("translation_queue"))
    if _space(match) in _ELSEWHERE:
        raise PermissionDenied
    own = set(locales_within(request.user).values_list("pk", flat=True))
    if any(locale not in own for locale in asked_objects(request, match, kwargs)):
        raise PermissionDenied
    if asked_snippets(match) and "pk" not in kwargs:
        return _list(request, kwargs)
    return None


def _list(request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse | None:
    """Lead a list of snippets to the person's own language. Raises PermissionDenied for another one."""
    own = list(locales_within(request.user).values_list("language_code", flat=True))
    code = str(kwargs.get("locale") or request.GET.get("locale", ""))
    if code in own:
        return None
    if request.method != "GET" or code:
        raise PermissionDenied
    first = next((each for each in own if each != settings.LANGUAGE_CODE), None)
    if first is None:
        return HttpResponseRedirect(reverse("wagtailadmin_home"))
    words = request.GET.copy()
    words["locale"] = first
    return HttpResponseRedirect(f"{request.path}?{words.urlencode()}")

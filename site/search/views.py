"""The search page: a plain form and its answer. Suggestions, A to Z, and "tell us" stand beside it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.services import site_path
from insight.services import public_form, record_search, record_search_end, record_wanted
from search.az import letters_of
from search.folding import without_controls
from search.presenting import present
from search.services import find
from search.suggestions import suggestions
from services.services import areas_of, page_links

#: What a search field holds, and what is shown of a longer query.
MOST_SHOWN = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits ``q`` in the language of the address; any text is answered with 200.

    ``kind`` keeps one kind of result, ``exact`` repairs no spelling, ``was`` is the search that this one follows.
    """
    query, was = readable(request.GET.get("q", "")), readable(request.GET.get("was", ""))
    language = get_language() or settings.LANGUAGE_CODE
    context: dict[str, Any] = {"query": query}
    if query:
        found = find(query, language, kind=request.GET.get("kind", ""), exact="exact" in request.GET)
        context |= {"results": found, **present(found, query, request.GET.get("kind", ""))}
        context["links"] = page_links(areas(request, language), request)
        # Weak guesses are no answer: editors see the search among those that found nothing.
        record_search(query=query, results=0 if found.weak else found.total, locale=language)
        if was and was.casefold() != query.casefold():
            record_search_end(was, "again", language, then=query)
    return render(request, "search/results.jinja", context)


@require_safe
@cache_control(public=True, max_age=60)
def suggest(request: HttpRequest) -> JsonResponse:
    """Return what may be meant by the beginning ``q``: ``{"suggestions": ["Missed bin", ...]}``."""
    language = get_language() or settings.LANGUAGE_CODE
    return JsonResponse({"suggestions": suggestions(readable(request.GET.get("q", "")), language)})


@require_safe
def a_to_z(request: HttpRequest) -> HttpResponse:
    """List everything that can be found, by the council's words and by residents'."""
    language = get_language() or settings.LANGUAGE_CODE
    return render(request, "search/a_to_z.jinja", {"letters": letters_of(language), "whole": _whole_list(language)})


def _whole_list(language: str) -> dict[str, str]:
    """Return where everything is listed, for readers of a language in which not everything is written."""
    code = settings.LANGUAGE_CODE
    if language == code:
        return {}
    with override(code):
        address = reverse("search_a_to_z")
    return {"url": address, "code": code, "name": str(get_language_info(code)["name_translated"])}


@public_form
def tell(request: HttpRequest) -> HttpResponse:
    """Take what somebody was looking for (``wanted``), or whether a search (``q``) helped, and thank."""
    if request.method != "POST":
        return HttpResponseRedirect(site_path("search/"))
    language, query = get_language() or settings.LANGUAGE_CODE, readable(request.POST.get("q", ""))
    if request.POST.get("homepage"):
        return render(request, "search/thanks.jinja")
    if query and request.POST.get("helped") in {"yes", "no"}:
        record_search_end(query, "helped" if request.POST["helped"] == "yes" else "failed", language)
        return render(request, "search/thanks.jinja")
    return _wanted(request, language, query)


def _wanted(request: HttpRequest, language: str, query: str) -> HttpResponse:
    """Store the words; with none, or too many, show them again and say what to do (WCAG 3.3.1, 3.3.3)."""
    text = request.POST.get("wanted", "").strip()
    fault = "" if text else _("Write what you were looking for.")
    try:
        stored = record_wanted(text, language) if text else ""
    except ValueError:
        stored, fault = "", _("Use 1,250 characters or fewer.")
    if not stored:
        fault = fault or _("We could not keep this. Try again, or call us.")
        context = {"query": query, "wanted": text, "fault": fault}
        return render(request, "search/tell.jinja", context, status=422)
    return render(request, "search/thanks.jinja")


def readable(query: str) -> str:
    """Return a query as it may be shown and stored: one line, no control characters, at most MOST_SHOWN."""
    return " ".join(without_controls(query[: MOST_SHOWN * 10]).split())[:MOST_SHOWN].rstrip()


def areas(request: HttpRequest, language: str) -> list[Page]:
    """Return the service areas in ``language``, else those of the site's own language."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    home = site.root_page
    translated = home.get_translations().filter(locale__language_code=language, alias_of=None).live().first()
    return (areas_of(translated) if translated else []) or areas_of(home)

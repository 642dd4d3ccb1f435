"""The search page: a plain form and its answer."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from insight.services import record_search
from search.folding import without_controls
from search.services import find
from services.services import areas_of, page_links

#: What a search field holds, and what is shown of a longer query.
MOST_SHOWN = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits ``q`` in the language of the address; any text is answered with 200."""
    query = readable(request.GET.get("q", ""))
    language = get_language() or settings.LANGUAGE_CODE
    context: dict[str, Any] = {"query": query}
    if query:
        context["results"] = found = find(query, language)
        context["links"] = [entry.link for entry in found.entries] or page_links(areas(request, language), request)
        record_search(query=query, results=found.total, locale=language)
    return render(request, "search/results.jinja", context)


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

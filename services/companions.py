"""What belongs to a page without standing on it: the step by steps that it is part of, its Easy Read version.

Known by translation key, so it survives a move and holds in every language; kept for some seconds, so that a page asks
the database nothing more.
"""

from collections import defaultdict
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from core.services import kept
from services.links import PageLink
from services.listing import truly_translated
from services.models import EasyReadPage, StepByStepPage

Links = dict[Any, list[PageLink]]


def parts_of(page: Page | None, request: HttpRequest) -> list[PageLink]:
    """Return a link to each step by step that ``page`` is part of, in the active language."""
    if not isinstance(page, Page) or not page.pk:
        return []
    language, host = get_language(), request.get_host()
    return kept(f"journeys:{language}:{host}", lambda: _journeys(str(language), request)).get(page.translation_key, [])


def easy_read_of(page: Page | None, request: HttpRequest) -> list[PageLink]:
    """Return the links to the Easy Read versions of ``page`` in the active language; mostly one or none."""
    if not isinstance(page, Page) or not page.pk:
        return []
    language, host = get_language(), request.get_host()
    return kept(f"easy:{language}:{host}", lambda: _easy_reads(str(language), request)).get(page.translation_key, [])


def _easy_reads(language: str, request: HttpRequest) -> Links:
    pages = EasyReadPage.objects.live().public().filter(locale__language_code=language).exclude(about=None)
    found: Links = defaultdict(list)
    for page in truly_translated(pages).select_related("locale", "about").order_by("title"):
        found[page.about.translation_key].append(PageLink(page.title, page.get_url(request) or ""))
    return dict(found)


def _journeys(language: str, request: HttpRequest) -> Links:
    pages = StepByStepPage.objects.live().public().filter(locale__language_code=language)
    journeys = list(truly_translated(pages).select_related("locale").order_by("title"))
    members = {key for journey in journeys for key in journey.more_ids}
    keys = dict(Page.objects.filter(pk__in=members).values_list("pk", "translation_key"))
    found: Links = defaultdict(list)
    for journey in journeys:
        link = PageLink(journey.title, journey.get_url(request) or "")
        for key in {keys[number] for number in journey.more_ids if number in keys}:
            found[key].append(link)
    return dict(found)

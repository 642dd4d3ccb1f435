"""What belongs to a page without standing on it: the step by steps that it is part of, its Easy Read version.

Known by the versions of the page, so it survives a move and holds in every language, and by the source of a copy that
stands on a second site; kept for some seconds, so that a page asks the database nothing more.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from core.services import kept, public
from services.links import PageLink
from services.listing import truly_translated
from services.models import EasyReadPage, StepByStepPage
from translation.services import versions_of


@dataclass(frozen=True)
class Companions:
    """All step by steps of a language with the ids of their members, and all Easy Read links by translation key."""

    journeys: list[tuple[PageLink, frozenset[int]]]
    easy: dict[Any, list[PageLink]]


def parts_of(page: Page | None, request: HttpRequest) -> list[PageLink]:
    """Return a link to each step by step that ``page`` is part of, in the active language."""
    if not isinstance(page, Page) or not page.pk:
        return []
    ids = {version.pk for version in versions_of(page)} | {page.alias_of_id}
    return [link for link, members in _companions(request).journeys if ids & members]


def easy_read_of(page: Page | None, request: HttpRequest) -> list[PageLink]:
    """Return the links to the Easy Read versions of ``page`` in the active language; mostly one or none."""
    if not isinstance(page, Page) or not page.pk:
        return []
    return _companions(request).easy.get((page.alias_of or page).translation_key, [])


def _companions(request: HttpRequest) -> Companions:
    language = str(get_language())
    return kept(f"companions:{language}:{request.get_host()}", lambda: _read(language, request))


def _read(language: str, request: HttpRequest) -> Companions:
    """Read both kinds by one query."""
    pages = public(Page.objects.live().exact_type(StepByStepPage, EasyReadPage)).filter(locale__language_code=language)
    found = Companions([], defaultdict(list))
    for page in truly_translated(pages).select_related("stepbysteppage", "easyreadpage__about").order_by("title"):
        link = PageLink(page.title, page.get_url(request) or "")
        if hasattr(page, "stepbysteppage"):
            found.journeys.append((link, frozenset(page.stepbysteppage.more_ids)))
        elif page.easyreadpage.about:
            found.easy[page.easyreadpage.about.translation_key].append(link)
    return found

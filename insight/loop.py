"""Closing the loop: the actions that residents may read."""

from datetime import date
from typing import cast

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from core.services import address_of, is_private
from insight.models import Action
from insight.types import PublishedAction


def published_actions(
    limit: int, page: Page | None = None, *, area: Page | None = None, theme: str = ""
) -> list[PublishedAction]:
    """Return what the council did, newest first, in the active language where it has any, else in English.

    With ``page``, only what is about that page, in whichever language the page is read; with ``area``, what is about
    that page or one below it; with ``theme``, what answers that theme of comments.
    """
    for language in dict.fromkeys([get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE]):
        rows = _public().filter(locale__language_code=language)
        if page is not None:
            rows = rows.filter(page__translation_key=page.translation_key)
        if area is not None:
            rows = rows.filter(_below(area))
        if theme:
            rows = rows.filter(theme=theme)
        found = [_published(action) for action in rows[:limit]]
        if found:
            return found
    return []


def has_published_actions() -> bool:
    """Return whether :func:`published_actions` has anything to say. One query."""
    languages = [get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE]
    return _public().filter(locale__language_code__in=languages).exists()


def _below(area: Page) -> Q:
    """Return the condition that an action is about ``area`` or a page below it, in any language."""
    versions = Page.objects.filter(translation_key=area.translation_key).values_list("path", flat=True)
    return Q(*(("page__path__startswith", path) for path in versions), _connector=Q.OR)


def open_actions() -> QuerySet[Action]:
    """Return actions that are still to be done, soonest due first."""
    states = [Action.State.CONSIDERING, Action.State.DOING]
    return Action.objects.filter(state__in=states).order_by("due_on", "pk")


def _public() -> QuerySet[Action]:
    rows = Action.objects.filter(published_on__lte=timezone.localdate())
    rows = rows.annotate(page_is_private=is_private("page__"))
    return rows.select_related("page__locale", "locale").order_by("-published_on", "-pk")


def _published(action: Action) -> PublishedAction:
    # Everybody reads this list: who may not open a page does not learn its name here.
    private = getattr(action, "page_is_private", False)
    page = action.page if action.page and action.page.live and not private else None
    return PublishedAction(
        language=action.locale.language_code,
        said=action.said,
        did=action.did,
        state=action.state,
        state_label=action.get_state_display(),
        reason=action.reason,
        evidence=action.evidence,
        published_on=cast("date", action.published_on),  # only rows that have one are asked for
        page_title=page.title if page else "",
        page_url=address_of(page) if page else "",
        page_language=page.locale.language_code if page else "",
        effect=(action.effect["before"], action.effect["after"]) if action.effect else None,
    )

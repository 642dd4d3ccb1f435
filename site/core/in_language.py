"""Pages that somebody chose, each in the reader's language where it is truly translated: one query."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import F, Q
from wagtail.models import Page

from core.privacy import is_private


def chosen_pages(pages: Any, ids: Collection[int], language: str, along: Q | None = None) -> Any:
    """Return the pages of these ids and what translates them, of the queryset ``pages``; in no order.

    Pages that meet the condition ``along`` come with them. Each knows whether it ``is_private``.
    """
    told = {"source_locale": F("alias_of__locale"), "is_private": is_private()}
    pages = pages.order_by().select_related("locale").annotate(**told)
    keys = Page.objects.order_by().filter(pk__in=ids).values("translation_key")
    # Two parts, and not one condition, so that each finds its index.
    translations = pages.filter(translation_key__in=keys, locale__language_code=language)
    return pages.filter(Q(pk__in=ids) | (along or Q())).union(translations, all=True)


def in_language(found: Iterable[Any], ids: Collection[int], language: str) -> dict[int, Page]:
    """Return ``{id chosen: page to show}`` from what :func:`chosen_pages` gave; live pages only.

    A private one is among them, since an author's own words may lead there; its title is for nobody else to read.
    """
    rows = {page.pk: page for page in found}
    there = [page for page in rows.values() if page.locale.language_code == language and page.live and _is_true(page)]
    translations = {page.translation_key: page for page in there}
    chosen = {key: rows[key] for key in ids if key in rows}
    shown = {
        key: page if page.locale.language_code == language else translations.get(page.translation_key, page)
        for key, page in chosen.items()
    }
    return {key: page for key, page in shown.items() if page.live}


def _is_true(page: Any) -> bool:
    """Return whether a page is no untranslated copy in another language's tree (WCAG 3.1.1)."""
    return page.source_locale in (None, page.locale_id)

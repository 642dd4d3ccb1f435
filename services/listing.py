"""Which pages stand in a list, and in which language. One or two queries, whatever the length."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q
from wagtail.models import Page


def truly_translated(pages: Any) -> Any:
    """Leave out of a page queryset the copies that stand untranslated in another language's tree (WCAG 3.1.1)."""
    return pages.filter(Q(alias_of=None) | Q(alias_of__locale=F("locale")))


def pages_below(parent: Page) -> list[Page]:
    """Return the live, public children of ``parent`` as their own types, in the order of the tree."""
    return list(truly_translated(parent.get_children().live().public()).select_related("locale").specific())


def in_language_of(reader: Page, pages: Iterable[Page]) -> dict[int, Page]:
    """Return ``{id chosen: page to show}``: the translation into the reader's language, else the page; live only."""
    chosen = {page.pk: page for page in pages}
    foreign = [page.translation_key for page in chosen.values() if page.locale_id != reader.locale_id]
    translations = {}
    if foreign:
        found = Page.objects.live().filter(translation_key__in=foreign, locale=reader.locale_id)
        translations = {page.translation_key: page for page in truly_translated(found).select_related("locale")}
    shown = {key: translations.get(page.translation_key, page) for key, page in chosen.items()}
    return {key: page for key, page in shown.items() if page.live}

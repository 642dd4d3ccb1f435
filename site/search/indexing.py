"""What stands in the index: every live, public page that is really in its language, and nothing else."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import get_text_for_indexing

from search.folding import fold
from search.models import SearchEntry

#: Enough for any page; PostgreSQL holds at most 1 MB of words a row.
MOST_BODY = 200_000
#: The tree's own root and the home pages are where a search starts, not what it finds.
SHALLOWEST = 3


def key_of(page: Page) -> str:
    """Return the name of a page's entry."""
    return f"page:{page.pk}"


def index_page(page: Page) -> None:
    """Write the page's entry, or remove it where nobody may find the page."""
    if not findable(page):
        SearchEntry.objects.filter(key=key_of(page)).delete()
        return
    write(page.specific)


def index_tree(page: Page) -> None:
    """Do :func:`index_page` for a page and all below it: its address or its privacy changed."""
    for each in Page.objects.descendant_of(page, inclusive=True).specific().iterator():
        index_page(each)


def findable(page: Page) -> bool:
    """Return whether anybody may find the page: live, public with all above it, no copy of another page."""
    if not page.live or page.depth < SHALLOWEST or page.alias_of_id:
        return False
    above = [*page.get_ancestors(inclusive=True).values_list("pk", flat=True)]
    return not PageViewRestriction.objects.filter(page__in=above).exists()


def all_findable() -> Any:
    """Return the queryset of every page that belongs in the index."""
    return Page.objects.live().public().filter(depth__gte=SHALLOWEST, alias_of__isnull=True)


def write(page: Page) -> None:
    """Write the entry of a page given in its own type."""
    summary = getattr(page, "summary", "")
    SearchEntry.objects.update_or_create(
        key=key_of(page),
        defaults={
            "page_id": page.pk,
            "language": page.locale.language_code,
            "kind": page._meta.label_lower,
            "url": page.get_url() or "",
            "title": page.title,
            "summary": summary,
            "folded_title": fold(page.title),
            "folded_summary": fold(summary),
            "folded_body": fold(" ".join(body_of(page)))[:MOST_BODY],
        },
    )


def body_of(page: Page) -> Iterator[str]:
    """Yield the words of a page: its rich text, its blocks, and what its type adds as ``extra_search_text``."""
    texts = chain.from_iterable(_field_texts(page, field) for field in page._meta.get_fields())
    yield from (text for text in texts if text)
    yield getattr(page, "extra_search_text", "")


def _field_texts(page: Page, field: object) -> Iterable[str]:
    if isinstance(field, StreamField):
        texts: list[str] = field.get_searchable_content(getattr(page, field.name))
        return texts
    if isinstance(field, RichTextField):
        return [get_text_for_indexing(getattr(page, field.name))]
    return []

"""Pages: every live, public page that is really in its language, and its parts that have addresses of their own."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from core.services import Findable, Source, address_of, public

#: The tree's own root and the home pages are where a search starts, not what it finds.
SHALLOWEST = 3
CHUNK = 200


def is_public(page: Page) -> bool:
    """Return whether anybody may find the page: live, public with all above it, no copy of another page."""
    if not page.live or page.depth < SHALLOWEST or page.alias_of_id:
        return False
    return bool(public(Page.objects.filter(pk=page.pk)).exists())


def public_pages() -> Any:
    """Return the queryset of every page that belongs in the index."""
    return public(Page.objects.live()).filter(depth__gte=SHALLOWEST, alias_of__isnull=True)


def of(page: Page) -> Iterable[Findable]:
    """Return what may be found of a page."""
    return entries_of(page.specific) if is_public(page) else ()


def everything() -> Iterator[Findable]:
    """Yield what may be found of all pages, in few queries."""
    for page in public_pages().specific().iterator(chunk_size=CHUNK):
        yield from entries_of(page)


def entries_of(page: Page) -> Iterator[Findable]:
    """Yield the entries of a public page given in its own type: itself, then its parts.

    A part is a mapping of slug, title and body; ``search_parts()`` gives those that have their own addresses.
    """
    parts = list(page.search_parts()) if hasattr(page, "search_parts") else []
    own = getattr(page, "search_body", None)
    yield entry_of(page, page.title, own() if own else " ".join(body_of(page)))
    for part in parts:
        yield entry_of(page, f"{part['title']} - {page.title}", part["body"], part["slug"])


def entry_of(page: Page, title: str, body: str, part: str = "") -> Findable:
    """Return one entry of a page."""
    url = address_of(page)
    return Findable(
        key=f"page:{page.pk}#{part}"[:80] if part else f"page:{page.pk}",
        language=page.locale.language_code,
        kind=page._meta.label_lower,
        url=f"{url}{part}/" if part else url,
        title=title[:255],
        summary="" if part else getattr(page, "summary", ""),
        body=body,
        page_id=page.pk,
        thing=page.translation_key,
        published_at=page.last_published_at,
        lgsl_id=getattr(page, "lgsl_id", None),
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


SOURCE = Source("page", Page, of, everything)

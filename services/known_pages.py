"""The pages that the rich text of one request links to: fetched for a whole page at once."""

import re
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from core.services import address_of

_TAG = re.compile(r"<a\b[^>]*>")
_ID = re.compile(r'\bid="(\d+)"')
_request: ContextVar[HttpRequest | None] = ContextVar("services.known_pages.request", default=None)
_known: ContextVar[dict[int, Page] | None] = ContextVar("services.known_pages", default=None)


def linked_ids(raw: Any) -> Iterator[int]:
    """Yield the ids of the pages that rich text anywhere inside raw blocks (JSON values) links to."""
    if isinstance(raw, str):
        tags = (tag for tag in _TAG.findall(raw) if 'linktype="page"' in tag)
        yield from (int(found.group(1)) for tag in tags if (found := _ID.search(tag)))
    elif isinstance(raw, dict):
        yield from (page for value in raw.values() for page in linked_ids(value))
    elif isinstance(raw, Iterable):
        yield from (page for value in raw for page in linked_ids(value))


def know(pages: dict[int, Page], request: HttpRequest | None = None) -> None:
    """Keep ``{id linked to: page to show}``, and who asks, for the rest of this request."""
    _known.set(pages)
    _request.set(request)


def forget(**_: Any) -> None:
    """Drop what is known: a request has begun, or has ended."""
    _known.set(None)
    _request.set(None)


def known() -> dict[int, Page]:
    """Return what is known in this request."""
    return _known.get() or {}


def address_here(page: Page) -> str:
    """Return the address of ``page`` for a reader of the site that is read: a path on it, whole for another site."""
    request = _request.get()
    return (page.get_url(request) or "") if request else address_of(page)

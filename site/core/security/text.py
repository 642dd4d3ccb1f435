"""A guard against text that no database can hold: NUL bytes and halves of surrogate pairs."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from core.views import bad_request

#: PostgreSQL refuses NUL, and UTF-8 has no form for half a pair (RFC 3629): both would end as a 500.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _texts(query: QueryDict) -> Iterable[str]:
    for name, values in query.lists():
        yield name
        yield from (str(value) for value in values)


def _names(request: HttpRequest) -> Iterable[str]:
    for field, files in request.FILES.lists():
        yield field
        yield from (str(getattr(file, "name", "")) for file in files)


def unstorable(texts: Iterable[str]) -> bool:
    """Return whether one of the texts cannot be stored."""
    return any(UNSTORABLE.search(text) for text in texts)


class TextGuardMiddleware:
    """Answer 400 with a page that says so, before anything looks the text up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Check the address at once: also a path that leads nowhere is looked up, by the redirects."""
        if unstorable([request.path]) or unstorable(_texts(request.GET)):
            return bad_request(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Check what was posted once the view is known, as Django's CSRF check does."""
        if request.method != "POST":
            return None
        if unstorable(_texts(request.POST)) or unstorable(_names(request)):
            return bad_request(request)
        return None

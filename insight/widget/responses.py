"""Replies to residents who rate: never kept by a cache, never with a cookie, always a plain page."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from insight.directory import live_page
from insight.widget.origin import judge

View = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """303: the browser asks for the next page with GET, and going back repeats nothing."""

    status_code = 303


def public_form(view: View) -> View:
    """Let ``view`` take a POST without a CSRF token, and refuse one that another website sent."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and judge(request) == "foreign":
            return render(request, "feedback/refused.jinja", status=403)
        return view(request, **kwargs)

    return csrf_exempt(never_cache(guarded))


def go(name: str, **query: str) -> SeeOther:
    """Lead to one of this room's addresses, in the language of the request."""
    filled = {key: value for key, value in query.items() if value}
    return SeeOther(reverse(f"insight:{name}") + (f"?{urlencode(filled)}" if filled else ""))


def show(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a page of this room; ``page_key`` becomes the page it is about, so that people can go back."""
    about = live_page(context.get("page_key", ""))
    return render(request, f"feedback/{template}", {"about_page": about, **context}, status=status)


def not_stored(request: HttpRequest, comment: str) -> HttpResponse:
    """Say that the answer could not be kept, with what was typed."""
    return show(request, "not_stored.jinja", status=503, comment=comment)

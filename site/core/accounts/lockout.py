"""The page after too many wrong passwords or codes. It says the same for every name, known or not."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def wait_seconds() -> int:
    """Return for how long a lock holds."""
    return int(float(settings.AXES_COOLOFF_TIME) * 3600)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer 429 with plain words and ``Retry-After`` (RFC 6585)."""
    seconds = wait_seconds()
    response = render(request, "core/admin/locked.html", {"minutes": seconds // 60}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, _credentials: dict[str, Any] | None
) -> HttpResponse:
    """Be the answer of django-axes."""
    return too_many(request)

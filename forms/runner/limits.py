"""Guessing is slow: a bucket for each address, generous because libraries and hostels share one."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def allowed(request: HttpRequest, bucket: str, *, limit: int, seconds: int) -> bool:
    """Take a token for this address; False when it has none left."""
    from core.services import client_address, take_token

    return take_token(bucket, client_address(request), limit=limit, seconds=seconds)


def too_many(request: HttpRequest, labels: Mapping[str, object]) -> HttpResponse:
    """Say to wait a while, and give another way. ``labels``: field -> label of what was typed, shown to copy it."""
    typed = [{"label": label, "lines": [request.POST[key]]} for key, label in labels.items() if request.POST.get(key)]
    response = render(request, "forms/too_many.jinja", {"typed": typed}, status=429)
    response["Retry-After"] = "600"
    return response

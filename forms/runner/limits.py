"""Guessing is slow: a bucket for each address, generous because libraries and hostels share one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def allowed(request: HttpRequest, bucket: str, *, limit: int, seconds: int) -> bool:
    """Take a token for this address; False when it has none left."""
    from core.services import client_address, take_token

    return take_token(bucket, client_address(request), limit=limit, seconds=seconds)


def too_many(request: HttpRequest) -> HttpResponse:
    """Say to wait a while, and give another way."""
    response = render(request, "forms/too_many.jinja", status=429)
    response["Retry-After"] = "600"
    return response

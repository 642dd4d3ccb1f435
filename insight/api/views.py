"""``POST /api/insight/events/``: one CloudEvent, or a list of at most 1,000, with the key of a known system."""

import json
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from core.services import client_address, take_token
from insight.api.intake import take
from insight.models import SourceKey

MOST_EVENTS, MOST_BYTES = 1_000, 2_000_000


@csrf_exempt
@never_cache
@require_POST
def events(request: HttpRequest) -> JsonResponse:
    """Store each event and answer with one result for each, in order: ``stored``, ``known`` or ``refused`` and why.

    The answer is 200 when all were taken, 422 when one was refused (the others are stored), 401 without a valid key,
    429 after many wrong keys,
    413 for more than is taken at once, 400 for what is no JSON. A key needs no cookie, so no CSRF token either.
    """
    scheme, _space, key = request.headers.get("Authorization", "").partition(" ")
    system = SourceKey.of(key.strip()) if scheme.casefold() == "bearer" else None
    if system is None:
        if not take_token("insight.api", client_address(request), limit=30, seconds=60):
            return _wrong(HTTPStatus.TOO_MANY_REQUESTS, "Too many wrong keys came from your address. Wait a minute.")
        return _wrong(HTTPStatus.UNAUTHORIZED, "Send the key of your system: Authorization: Bearer KEY.")
    try:
        body = request.body
    except RequestDataTooBig:
        body = None
    if body is None or len(body) > MOST_BYTES:
        return _wrong(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Send at most 2 MB at once.")
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return _wrong(HTTPStatus.BAD_REQUEST, "The body is no JSON in UTF-8.")
    listed = sent if isinstance(sent, list) else [sent]
    if len(listed) > MOST_EVENTS:
        return _wrong(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"Send at most {MOST_EVENTS:,} events at once.")
    results = [_result(event, *taken) for event, taken in zip(listed, take(listed, system.name), strict=True)]
    refused = any(result["result"] == "refused" for result in results)
    return JsonResponse({"results": results}, status=HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK)


def _result(event: object, result: str, why: str) -> dict[str, Any]:
    name = event.get("id") if isinstance(event, dict) else None
    told = {"id": name if isinstance(name, str) else None, "result": result}
    return {**told, "why": why} if why else told


def _wrong(status: HTTPStatus, why: str) -> JsonResponse:
    answer = JsonResponse({"error": why}, status=status)
    if status == HTTPStatus.UNAUTHORIZED:
        answer["WWW-Authenticate"] = "Bearer"
    return answer

"""What an HTTP answer of a payment provider means, the same for each that speaks HTTP and JSON."""

from typing import Any

import requests

from forms.delivery.http import call
from forms.payments.base import ProviderDownError, ProviderRefusedError

NOT_FOUND = 404
#: Answers that may change by waiting.
LATER = frozenset({408, 423, 425, 429})


def ask(method: str, url: str, **options: Any) -> requests.Response:
    """Return an answer below 400, or 404. ProviderDownError on an outage, ProviderRefusedError on a refusal."""
    try:
        answer = call(method, url, **options)
    except requests.RequestException as error:
        raise ProviderDownError(f"http:{type(error).__name__}") from None
    status = answer.status_code
    if status in LATER or status >= 500 or 300 <= status < 400:
        raise ProviderDownError(f"http:{status}")
    if status >= 400 and status != NOT_FOUND:
        raise ProviderRefusedError(f"http:{status}")
    return answer


def fields(answer: requests.Response) -> dict[str, Any]:
    """Return the JSON object of an answer. ProviderDownError for anything else: a proxy's page, half an answer."""
    try:
        found = answer.json()
    except requests.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise ProviderDownError("not-json")
    return found

"""What an HTTP answer of a receiver means, the same for each connector that speaks HTTP."""

from typing import Any

import requests

from core.services import Outcome, Rejected, Retry, http_client

#: Answers that may change by waiting: timeout, conflict with our own other try, too early, too many.
LATER = frozenset({408, 409, 423, 425, 429})
OK, CLIENT_ERROR, SERVER_ERROR = range(200, 300), range(400, 500), 500
#: A receiver that sends more is not read further (bytes).
LONGEST_ANSWER = 1_000_000


class TooLongError(requests.RequestException):
    """The receiver's answer does not end."""


def call(method: str, url: str, **options: Any) -> requests.Response:
    """Send one request and return its answer, read to its end; ``requests.RequestException`` on an outage."""
    with http_client() as client:
        answer = client.request(method, url, stream=True, **options)
        content = answer.raw.read(LONGEST_ANSWER + 1, decode_content=True)
        if len(content) > LONGEST_ANSWER:
            raise TooLongError
        answer._content = content
        return answer


def failure(answer: requests.Response) -> Outcome | None:
    """Return why it did not arrive, or None when it did. A refusal is final; a redirect is not followed: a fault."""
    status = answer.status_code
    if status in OK:
        return None
    if status in CLIENT_ERROR and status not in LATER:
        return Rejected(f"http:{status}")
    return Retry(f"http:{status}")


def outage(error: requests.RequestException) -> Outcome:
    """Return the outcome of a call that had no answer; its text may hold an address with answers, so only its kind."""
    return Retry(f"http:{type(error).__name__}")

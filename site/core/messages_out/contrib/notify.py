"""GOV.UK Notify: mail, text messages and letters through the government's own service (its REST API, version 2)."""

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import requests
from django.conf import settings

from core.http import http_client
from core.messages_out.base import MessageBackend
from core.messages_out.message import Message
from core.outbox.outcome import Done, Outcome, Rejected, Retry

#: An API key ends with the id of the service and the secret, both UUIDs.
UUID_LENGTH = 36
BAD_REQUEST = 400
KINDS = {"mail": "email", "sms": "sms", "letter": "letter"}
RECIPIENTS = {"mail": "email_address", "sms": "phone_number"}
#: A letter has at most seven lines of address.
LINES = 7


class NotifyMessages(MessageBackend):
    """Exactly once: our id is Notify's ``reference``, and it is asked for it before a message is sent.

    ``WAYMARK_NOTIFY`` holds ``url``, ``key`` and ``templates``: for each channel a template whose subject is
    ``((subject))`` and whose body is ``((body))``.
    """

    def send(self, message: Message) -> Outcome:
        """Send, unless an earlier try arrived whose answer was lost."""
        try:
            return self._known(message) or self._send(message)
        except requests.RequestException as error:
            return Retry(f"notify:{type(error).__name__}")

    def ready(self, channel: str) -> bool:
        """Return whether there is a key, and a template for the channel."""
        return bool(settings.WAYMARK_NOTIFY["key"]) and channel in settings.WAYMARK_NOTIFY["templates"]

    def _known(self, message: Message) -> Outcome | None:
        answer = self._call("GET", "/v2/notifications", params={"reference": message.id})
        if not answer.ok:
            return Retry(f"notify:{answer.status_code}")
        found = answer.json().get("notifications") or []
        return Done(str(found[0]["id"])) if found else None

    def _send(self, message: Message) -> Outcome:
        body = {
            "template_id": settings.WAYMARK_NOTIFY["templates"][message.channel],
            "personalisation": {"subject": message.subject, "body": message.body, **_address(message)},
            "reference": message.id,
        }
        if message.channel in RECIPIENTS:
            body[RECIPIENTS[message.channel]] = message.to
        answer = self._call("POST", f"/v2/notifications/{KINDS[message.channel]}", json=body)
        if answer.status_code == BAD_REQUEST:
            return Rejected("notify:400")
        return Done(str(answer.json()["id"])) if answer.ok else Retry(f"notify:{answer.status_code}")

    def _call(self, method: str, path: str, **options: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {token(settings.WAYMARK_NOTIFY['key'])}"}
        with http_client() as client:
            return client.request(method, settings.WAYMARK_NOTIFY["url"] + path, headers=headers, **options)


def token(key: str) -> str:
    """Return a signed token (JWT, RFC 7519, HS256) that says who we are and when; it is good for half a minute."""
    secret, service = key[-UUID_LENGTH:], key[-2 * UUID_LENGTH - 1 : -UUID_LENGTH - 1]
    parts = [{"typ": "JWT", "alg": "HS256"}, {"iss": service, "iat": int(time.time())}]
    content = ".".join(_encoded(json.dumps(part).encode()) for part in parts)
    signature = hmac.new(secret.encode(), content.encode(), hashlib.sha256).digest()
    return f"{content}.{_encoded(signature)}"


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _address(message: Message) -> dict[str, str]:
    if message.channel != "letter":
        return {}
    lines = [line for line in message.to.splitlines() if line.strip()][:LINES]
    return {f"address_line_{number}": line for number, line in enumerate(lines, start=1)}

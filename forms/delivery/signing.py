"""Signatures of Standard Webhooks (standardwebhooks.com, version 1): HMAC-SHA256 over id, time and body."""

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Mapping

from forms.delivery.base import InboundRefusedError

PREFIX = "whsec_"
#: Seconds that the sender's clock may differ: an older message is a repeat by somebody else.
TOLERANCE = 300
#: Digits of a time in seconds: enough for some thousand years.
LONGEST_STAMP = 12


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the value of ``webhook-signature``. ValueError for a secret that is not ``whsec_`` and base64."""
    content = f"{message_id}.{timestamp}.".encode() + body
    digest = hmac.new(_key(secret), content, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()


def signed_headers(secret: str, message_id: str, body: bytes) -> dict[str, str]:
    """Return the three headers of a message that is sent now."""
    now = int(time.time())
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(now),
        "webhook-signature": sign(secret, message_id, now, body),
    }


def verify(secret: str, headers: Mapping[str, str], body: bytes) -> str:
    """Return the id of a message that its sender signed within five minutes, else raise InboundRefusedError (401)."""
    message_id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not message_id or not stamp.isascii() or not stamp.isdigit() or len(stamp) > LONGEST_STAMP:
        raise InboundRefusedError("unsigned", status=401)
    if abs(int(stamp) - time.time()) > TOLERANCE:
        raise InboundRefusedError("too-old", status=401)
    try:
        expected = sign(secret, message_id, int(stamp), body)
    except ValueError:
        raise InboundRefusedError("no-secret", status=503) from None
    given = headers.get("webhook-signature", "").split(" ")
    if not any(hmac.compare_digest(expected.encode(), one.encode()) for one in given):
        raise InboundRefusedError("wrong-signature", status=401)
    return message_id


def signing_secret(secret: str) -> str:
    """Return a secret of a supplier's own making, such as the key of its API, as one that signs."""
    return secret if secret.startswith(PREFIX) else PREFIX + base64.b64encode(secret.encode()).decode()


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise ValueError("A secret of a webhook is whsec_ and base64.") from None

"""Signed notices of suppliers: who sent it is proven by its signature, and it only says which payment changed."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from forms.payments.base import Account, NoticeRefusedError


def signed_reference(headers: Mapping[str, str], body: bytes, account: Account, header: str, field: str) -> str:
    """Return the text in ``field`` of a JSON body that ``header`` signs: HMAC-SHA256 of the body, in hexadecimal.

    ``headers`` have names in small letters. Raises NoticeRefusedError: 401 for a signature that is missing or wrong,
    also where the account has no key to check it with; 400 for a body without the reference.
    """
    expected = hmac.new(account.notice_secret.encode(), body, hashlib.sha256).hexdigest()
    given = headers.get(header, "")
    if not account.notice_secret or not hmac.compare_digest(expected.encode(), given.encode()):
        raise NoticeRefusedError("wrong-signature", 401)
    try:
        found: Any = json.loads(body)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        found = None
    reference = found.get(field) if isinstance(found, dict) else None
    if not isinstance(reference, str):
        raise NoticeRefusedError("no-reference", 400)
    return reference

"""Links in messages. Whoever holds one may confirm, change or stop: there is no account, and no cookie.

A confirmation is a random token whose hash is stored, good for once. The others are signed and hold the subscriber's
row only; a link to the list of topics works for half a year, a link to stop for ever.
"""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

MANAGE_LASTS = timedelta(days=180)


def new_token() -> tuple[str, str]:
    """Return a token for a message and the hash that is stored of it."""
    token = secrets.token_urlsafe(24)
    return token, hash_of(token)


def hash_of(token: str) -> str:
    """Return the hash of a token; 192 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def manage_token(key: UUID) -> str:
    """Return what opens the list of a subscriber's topics."""
    return signing.TimestampSigner(salt="updates.manage").sign(key.hex)


def read_manage(token: str) -> tuple[UUID | None, bool]:
    """Return whose list it opens, and whether the link is too old; (None, False) for one that is not ours."""
    signer = signing.TimestampSigner(salt="updates.manage")
    try:
        return UUID(signer.unsign(token, max_age=MANAGE_LASTS)), False
    except signing.SignatureExpired:
        return UUID(signer.unsign(token)), True
    except (signing.BadSignature, ValueError):
        return None, False


def stop_token(key: UUID, kind: str = "", topic: str = "") -> str:
    """Return what stops one topic of a subscriber, or all of them where none is named."""
    return signing.dumps([key.hex, kind, topic], salt="updates.stop")


def read_stop(token: str) -> tuple[UUID, str, str] | None:
    """Return subscriber, kind and key; None for a link that is not ours."""
    try:
        key, kind, topic = signing.loads(token, salt="updates.stop")
        return UUID(key), str(kind), str(topic)
    except (signing.BadSignature, ValueError, TypeError):
        return None


def whole_address(name: str, *args: str) -> str:
    """Return a whole address of this room, in the active language."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(f'updates:{name}', args=args)}"

"""The key ring: read from ``settings.WAYMARK_KEYS``, never from the database or its backup."""

import base64
import binascii
import re
from dataclasses import dataclass
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
#: 32 random bytes hold fewer than 16 different ones practically never; a typed phrase or a padded word does.
MINIMUM_DIFFERENT_BYTES = 16
KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,32}")
HOW_TO_MAKE = 'python -c "import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())"'


@dataclass(frozen=True)
class Key:
    """One secret of 32 bytes and its name, which is stored in the clear beside every sealed value."""

    key_id: str
    secret: bytes

    def derive(self, use: str, salt: bytes | None = None) -> bytes:
        """Return a key of 32 bytes for one ``use``, so that sealing and hashing never share one (RFC 5869)."""
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=f"waymark:{use}".encode()).derive(self.secret)

    def __repr__(self) -> str:
        return f"Key({self.key_id!r})"


@dataclass(frozen=True)
class KeyRing:
    """All keys that can open a value, newest first."""

    keys: tuple[Key, ...]

    @property
    def sealing(self) -> Key:
        """Return the first key: it seals everything new."""
        return self.keys[0]

    @property
    def hashing(self) -> Key:
        """Return the last key: hashes stay the same when a new key is put in front of the ring."""
        return self.keys[-1]

    def find(self, key_id: str) -> Key | None:
        """Return the key of that name, or None."""
        return next((key for key in self.keys if key.key_id == key_id), None)


def _parse_key(part: str) -> Key:
    key_id, equals, encoded = part.partition("=")
    if not equals or not KEY_ID.fullmatch(key_id):
        raise ImproperlyConfigured("WAYMARK_KEYS must look like 'name=base64', keys parted by commas.")
    try:
        secret = base64.b64decode(encoded.translate(str.maketrans("-_", "+/")), validate=True)
    except binascii.Error:
        raise ImproperlyConfigured(f"The key {key_id!r} in WAYMARK_KEYS is not base64.") from None
    if len(secret) != KEY_BYTES:
        raise ImproperlyConfigured(
            f"The key {key_id!r} in WAYMARK_KEYS has {len(secret)} bytes and needs {KEY_BYTES}. Make one: {HOW_TO_MAKE}"
        )
    if len(set(secret)) < MINIMUM_DIFFERENT_BYTES:
        raise ImproperlyConfigured(f"The key {key_id!r} in WAYMARK_KEYS is not random. Make one: {HOW_TO_MAKE}")
    return Key(key_id, secret)


@lru_cache(maxsize=8)
def parse_ring(text: str) -> KeyRing:
    """Return the ring for ``id=base64,id=base64``; raise ImproperlyConfigured, one line, without the key."""
    keys = tuple(_parse_key(part.strip()) for part in text.split(",") if part.strip())
    if not keys:
        raise ImproperlyConfigured("WAYMARK_KEYS holds no key.")
    if len({key.key_id for key in keys}) != len(keys):
        raise ImproperlyConfigured("WAYMARK_KEYS names the same key twice.")
    return KeyRing(keys)


def key_ring() -> KeyRing:
    """Return the ring of this installation."""
    return parse_ring(settings.WAYMARK_KEYS)

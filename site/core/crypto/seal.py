"""AES-256-GCM with the key's name and the value's place as associated data (NIST SP 800-38D).

Layout of a sealed value: one byte format (1), one byte length of the key's name, the name, 12 bytes nonce,
ciphertext with its 16-byte tag.
"""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.crypto.ring import key_ring

FORMAT = 1
NONCE_BYTES = 12


class UnsealError(Exception):
    """The value was moved, changed, cut short, or its key is gone. The message never holds the content."""


def _associated(header: bytes, context: str) -> bytes:
    return header + b"|" + context.encode()


def seal(plaintext: bytes, *, context: str) -> bytes:
    """Return ``plaintext`` sealed with the newest key.

    ``context`` is the value's place, ``"<table>.<field>:<row id>"``: a sealed value that is moved to another
    row or field does not open there.
    """
    key = key_ring().sealing
    name = key.key_id.encode()
    header = bytes([FORMAT, len(name)]) + name
    nonce = secrets.token_bytes(NONCE_BYTES)
    return header + nonce + AESGCM(key.derive("seal")).encrypt(nonce, plaintext, _associated(header, context))


def _split(sealed: bytes) -> tuple[bytes, bytes, bytes]:
    """Return header, nonce and ciphertext."""
    if len(sealed) < 2 or sealed[0] != FORMAT:
        raise UnsealError("This is not a sealed value.")
    end = 2 + sealed[1]
    return sealed[:end], sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]


def key_id_of(sealed: bytes) -> str:
    """Return the name of the key that a value was sealed with, to find what a rotation still has to do."""
    return _split(sealed)[0][2:].decode(errors="replace")


def is_current(sealed: bytes) -> bool:
    """Return whether the newest key of the ring sealed the value."""
    try:
        return key_id_of(sealed) == key_ring().sealing.key_id
    except UnsealError:
        return False


def unseal(sealed: bytes, *, context: str) -> bytes:
    """Return the plaintext; raise :class:`UnsealError` when it cannot be proved whole and in its place."""
    sealed = bytes(sealed)  # PostgreSQL gives a memoryview
    header, nonce, ciphertext = _split(sealed)
    key = key_ring().find(key_id_of(sealed))
    if key is None:
        raise UnsealError("The key of this value is not in WAYMARK_KEYS.")
    try:
        return AESGCM(key.derive("seal")).decrypt(nonce, ciphertext, _associated(header, context))
    except (InvalidTag, ValueError):
        raise UnsealError("This value does not open here: it was changed or moved.") from None


def keyed_hash(value: str, *, purpose: str) -> str:
    """Return an HMAC-SHA256 (64 hex digits) to find a row by ``value``, for example an e-mail address.

    Hashes of different purposes cannot be compared. The oldest key of the ring makes them, so that they stay
    the same when a new key is added in front; whoever removes the oldest key computes them anew first.
    """
    return hmac.new(key_ring().hashing.derive(f"hash:{purpose}"), value.encode(), hashlib.sha256).hexdigest()

"""A second seal under a key of its own, so that destroying 32 bytes makes every copy of a value unreadable.

The layers: the ring's seal outside, which ``rotate_keys`` renews, and inside it one AES-256-GCM under the secret of
whom it is about. Once that secret is gone, no copy opens, not even one in an old page of the database file.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.crypto.seal import NONCE_BYTES, UnsealError

#: No JSON starts with this byte, so that what was sealed before there were own keys is told apart.
MARK = b"\x02"
SECRET_BYTES = 32


def new_secret() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(SECRET_BYTES)


def is_layered(content: bytes) -> bool:
    """Return whether the content was sealed under a key of its own."""
    return content[:1] == MARK


def close(content: bytes, secret: bytes, *, context: str) -> bytes:
    """Return the content sealed under ``secret``, bound to its place."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return MARK + nonce + AESGCM(secret).encrypt(nonce, content, context.encode())


def open_again(content: bytes, secret: bytes | None, *, context: str) -> bytes:
    """Return what :func:`close` was given. Raises UnsealError when the key was destroyed or the place is another."""
    if secret is None:
        raise UnsealError("The key of this value was destroyed.")
    nonce, ciphertext = content[1 : 1 + NONCE_BYTES], content[1 + NONCE_BYTES :]
    try:
        return AESGCM(secret).decrypt(nonce, ciphertext, context.encode())
    except (InvalidTag, ValueError):
        raise UnsealError("This value does not open here: it was changed or moved.") from None

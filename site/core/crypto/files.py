"""Sealed files: AES-256-GCM in chunks, so that a file of any size takes little memory.

Layout: 4 bytes mark, one byte length of the key's name, the name, 16 bytes salt, then chunks of 64 KiB, each with its
16-byte tag. Each file has a key of its own (HKDF with the salt, RFC 5869), so that a counter may be the nonce; the
nonce's last byte tells the last chunk, so that a file that was cut short does not open (Hoang et al., 2015, "STREAM").
"""

import secrets
from collections.abc import Iterator
from itertools import count
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.crypto.ring import Key, key_ring
from core.crypto.seal import UnsealError

MARK = b"WMK\x02"
SALT_BYTES = 16
CHUNK = 64 * 1024
TAG_BYTES = 16
COUNTER_BYTES = 11


def seal_chunks(source: IO[bytes], *, context: str) -> Iterator[bytes]:
    """Yield the content of ``source`` sealed with the newest key; ``context`` is its place, as for ``seal``."""
    key, salt = key_ring().sealing, secrets.token_bytes(SALT_BYTES)
    name = key.key_id.encode()
    header = MARK + bytes([len(name)]) + name + salt
    cipher, place = _cipher(key, salt), header + b"|" + context.encode()
    yield header
    for nonce, chunk in _numbered(source, CHUNK):
        yield cipher.encrypt(nonce, chunk, place)


def unseal_chunks(source: IO[bytes], *, context: str) -> Iterator[bytes]:
    """Yield the plain content. Raises :class:`UnsealError` at the first chunk that is not whole and in its place.

    What came before it was right, but may not be all: who needs the whole file reads to the end first.
    """
    header, name, salt = _header(source)
    key = key_ring().find(name)
    if key is None:
        raise UnsealError("The key of this file is not in WAYMARK_KEYS.")
    cipher, place = _cipher(key, salt), header + b"|" + context.encode()
    for nonce, chunk in _numbered(source, CHUNK + TAG_BYTES):
        try:
            yield cipher.decrypt(nonce, chunk, place)
        except (InvalidTag, ValueError):
            raise UnsealError("This file does not open here: it was changed, moved or cut short.") from None


def is_sealed_file(source: IO[bytes], *, newest: bool = False) -> bool:
    """Return whether a file is sealed, or sealed with the newest key; it is read from its beginning afterwards."""
    try:
        name = _header(source)[1]
    except UnsealError:
        return False
    finally:
        source.seek(0)
    return not newest or name == key_ring().sealing.key_id


def _header(source: IO[bytes]) -> tuple[bytes, str, bytes]:
    """Return the header, and the key's name and the salt in it."""
    start = source.read(len(MARK) + 1)
    if len(start) <= len(MARK) or not start.startswith(MARK):
        raise UnsealError("This is not a sealed file.")
    name, salt = source.read(start[-1]), source.read(SALT_BYTES)
    return start + name + salt, name.decode(errors="replace"), salt


def _cipher(key: Key, salt: bytes) -> AESGCM:
    return AESGCM(key.derive("file", salt))


def _numbered(source: IO[bytes], size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield each chunk with its nonce; an empty file is one empty chunk."""
    chunk = source.read(size)
    for number in count():
        following = source.read(size) if len(chunk) == size else b""
        yield number.to_bytes(COUNTER_BYTES, "big") + bytes([not following]), chunk
        if not following:
            return
        chunk = following

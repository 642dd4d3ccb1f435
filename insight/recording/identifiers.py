"""Names of events. Our own are UUID version 7 (RFC 9562), which sort by time and so keep an index compact."""

import secrets
import time
import uuid

_NAMESPACE = uuid.UUID("5a6f3c1e-6c9b-5a3e-9d5b-7d1f7c0f2a10")


def time_ordered_id() -> str:
    """Return a new UUIDv7: 48 bits of milliseconds, then 74 random bits. Python 3.11 has none of its own."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def derived_id(*parts: str) -> str:
    """Return the UUIDv5 of what an event is about: the same fact told twice has the same name."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))

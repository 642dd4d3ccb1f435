"""Counting on the shared cache with its atomic increment only, so that no number of workers can race it."""

import logging
import time

from django.core.cache import cache

from core.crypto import keyed_hash
from core.failures import log_failure

logger = logging.getLogger(__name__)


def _count(name: str, lifetime: int) -> int:
    """Add one to a counter and return it."""
    cache.add(name, 0, timeout=lifetime)
    try:
        return cache.incr(name)
    except ValueError:  # it ran out between the two lines
        cache.set(name, 1, timeout=lifetime)
        return 1


def take_token(bucket: str, key: str, *, limit: int, seconds: int) -> bool:
    """Take one of ``limit`` tokens that ``key`` has for any ``seconds``; False when none is left.

    The bucket fills evenly: what was taken in the window before counts for the part of it that still lies
    within the last ``seconds``. ``key`` may be an address or a name: only its keyed hash reaches the cache.
    Without a cache the token is given and the failure logged: a resident's form must not depend on a counter.
    """
    now = time.time()
    window, elapsed = divmod(now, seconds)
    name = f"throttle:{bucket}:{keyed_hash(key, purpose=f'throttle:{bucket}')}"
    try:
        before = cache.get(f"{name}:{int(window) - 1}", 0)
        current = _count(f"{name}:{int(window)}", seconds * 2)
    except Exception:  # noqa: BLE001 - each cache backend raises errors of its own library
        log_failure(logger, "The cache does not answer: the limit of %s is not kept.", bucket)
        return True
    return bool(current + before * (1 - elapsed / seconds) <= limit)

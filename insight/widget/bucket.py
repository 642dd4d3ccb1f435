"""Repeated answers, noticed without knowing anybody.

The bucket is an HMAC of the shortened address (/24 or /64) and the subject. Its key is random, lives at most a day
in the cache and nowhere else: afterwards nobody, we included, can tell what an old bucket stood for. A bucket is
never refused: a library or a hostel shares one address.
"""

import hashlib
import hmac
import secrets
from ipaddress import ip_address, ip_network
from typing import cast

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from core.services import client_address
from insight.models.event import Standing

REPEAT_SECONDS = 300
DAY_SECONDS = 86_400
#: More answers than this a day about one subject from one bucket are kept outside the public figures.
DAILY_LIMIT = 100


def standing_of(
    request: HttpRequest, subject: str, value: int, *, repeat: int = REPEAT_SECONDS, limit: int = DAILY_LIMIT
) -> str:
    """Return ``counted``, ``duplicate`` (the same within ``repeat`` seconds) or ``suspect`` (over ``limit`` a day)."""
    bucket = _bucket(request, subject)
    if not cache.add(f"insight:repeat:{bucket}:{value}", 1, repeat):
        return Standing.DUPLICATE
    counter = f"insight:day:{bucket}"
    cache.add(counter, 0, DAY_SECONDS)
    try:
        return Standing.COUNTED if cache.incr(counter) <= limit else Standing.SUSPECT
    except ValueError:  # it ran out between the two calls
        return Standing.COUNTED


def _bucket(request: HttpRequest, subject: str) -> str:
    day = timezone.localdate().isoformat()
    key = cast("bytes", cache.get_or_set(f"insight:key:{day}", lambda: secrets.token_bytes(32), DAY_SECONDS))
    message = f"{_shortened(request)}\x1f{subject}".encode()
    return hmac.new(key, message, hashlib.sha256).hexdigest()[:32]


def _shortened(request: HttpRequest) -> str:
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return "unknown"
    return str(ip_network(f"{address}/{24 if address.version == 4 else 64}", strict=False))

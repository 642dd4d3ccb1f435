"""Health for load balancers and monitors. Answers name no version, host or path."""

import logging
import shutil
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

logger = logging.getLogger(__name__)

#: Below this many free bytes a submission with its files may not fit any more.
MINIMUM_FREE_BYTES = 200 * 1024 * 1024


def database() -> bool:
    """Return whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def shared_cache() -> bool:
    """Return whether the cache keeps what it is given."""
    name = f"health:{uuid.uuid4()}"
    cache.set(name, 1, timeout=5)
    return bool(cache.get(name) == 1)


def disk() -> bool:
    """Return whether the disk of uploaded files has room."""
    folder = Path(settings.PRIVATE_ROOT)
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(existing).free >= MINIMUM_FREE_BYTES


CHECKS: Mapping[str, Callable[[], bool]] = {"database": database, "cache": shared_cache, "disk": disk}


def _holds(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception:
        logger.exception("Health check %s failed", name)
        return False


@never_cache
def live(_request: HttpRequest) -> JsonResponse:
    """Answer 200 while the process serves at all."""
    return JsonResponse({"status": "ok"})


@never_cache
def ready(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when everything a submission needs is there, else 503; each part is "ok" or "down"."""
    parts = {name: _holds(name, check) for name, check in CHECKS.items()}
    words = {name: "ok" if holds else "down" for name, holds in parts.items()}
    return JsonResponse(words, status=200 if all(parts.values()) else 503)

"""What stands on every page, kept for some seconds in the shared cache instead of being asked for again.

Every kept value carries the epoch in which it was read. A saved brand, alert, contact, page or privacy setting begins a
new epoch, which makes all older values worthless at once for each process that shares the cache. Where each process has
a cache of its own (demo, development), another process shows the old value for :data:`SECONDS` at most.
"""

import logging
import uuid
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from core.failures import log_failure

Value = TypeVar("Value")
logger = logging.getLogger(__name__)
#: The longest that a page may show what is no longer true.
SECONDS = 10
EPOCH = "frame:epoch"


def kept(name: str, read: Callable[[], Value]) -> Value:
    """Return the value kept under ``name``, else that of ``read``, which is then kept.

    ``name`` holds all that the value depends on, such as site and language. Without a cache, ``read`` answers.
    """
    key = f"frame:{name}"
    try:
        held = cache.get_many([EPOCH, key])
        epoch = held.get(EPOCH) or _first_epoch()
    except Exception:  # noqa: BLE001 - each cache backend raises errors of its own library
        log_failure(logger, "The cache does not answer: %s is read from the database.", name)
        return read()
    if key in held and held[key][0] == epoch:
        value: Value = held[key][1]
        return value
    value = read()
    cache.set(key, (epoch, value), SECONDS)
    return value


def forget() -> None:
    """Begin a new epoch: now for this transaction, and again when others can see what it wrote."""
    _new_epoch()
    transaction.on_commit(_new_epoch)


def connect() -> None:
    """Forget what is kept whenever something that stands on every page changes."""
    from core.models import AlertBanner, BrandSettings, Contact, FooterLink

    models = (AlertBanner, BrandSettings, Contact, FooterLink, Locale, Page, PageViewRestriction, Site)

    def on_change(instance: object, **_kwargs: object) -> None:
        if isinstance(instance, models):
            forget()

    for signal in (post_save, post_delete, post_page_move):
        signal.connect(on_change, weak=False, dispatch_uid="core.kept")


def _new_epoch() -> None:
    try:
        cache.set(EPOCH, uuid.uuid4().hex, timeout=None)
    except Exception:  # noqa: BLE001 - each cache backend raises errors of its own; a save must not fail because a cache is down
        log_failure(logger, "The cache does not answer: pages may be old for %d seconds.", SECONDS)


def _first_epoch() -> str:
    """Return the epoch that this or another process has just begun."""
    cache.add(EPOCH, uuid.uuid4().hex, timeout=None)
    return str(cache.get(EPOCH, ""))

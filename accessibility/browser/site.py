"""Look at the whole site once a night, two pages at once, in short turns that leave the worker to others.

A page is due when no run looked at it since the night began, or only with other engines: no list is kept, so a worker
that was killed goes on where it was, and a page whose look was cut short is looked at again.
"""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page

from accessibility.browser.audit import NOT_SEEN, public_url, seen_at, why_not_seen
from accessibility.browser.look import Look
from accessibility.browser.session import MOST_AT_ONCE
from accessibility.browser.store import engines_in_force, not_run_reason, store
from accessibility.models import GateResult, Run
from accessibility.models.subject import subject_of
from accessibility.night import MORNING, NIGHT, last_night

#: Seconds that one turn may take, so that receipts never wait longer.
TURN = 10.0
BATCH = 10


def due_pages(now: datetime) -> Any:
    """Return the live pages (specific) that no run has looked at since the night began with the engines in force."""
    seen = Run.objects.filter(
        content_type=subject_of(Page())["content_type"],
        object_id=OuterRef("key"),
        revision=None,
        started_at__gte=last_night(now),
        engines=engines_in_force(),
    )
    live = Page.objects.live().filter(depth__gt=1).annotate(key=Cast("pk", CharField()))
    return live.filter(~Exists(seen)).order_by("pk").specific()


def audit_by_night() -> int:
    """Take one turn if it is night, and return how many pages were looked at."""
    now = timezone.now()
    return audit_site(now) if NIGHT <= timezone.localtime(now).hour < MORNING else 0


def audit_site(now: datetime | None = None, *, seconds: float = TURN) -> int:
    """Look at due pages for ``seconds`` and return how many were looked at; 0 when the night's work is done."""
    ends, count = time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        pages = list(due_pages(now or timezone.now())[:BATCH])
        if not pages:
            break
        count += audit_batch(pages)
    return count


def audit_batch(pages: list[Any]) -> int:
    """Look at some pages and store a run for each, also for those that could not be seen."""
    hashes = live_hashes(pages)
    reason = not_run_reason()
    for page, url, seen, problem in [(page, "", None, reason) for page in pages] if reason else looks(pages):
        state = Run.State.NOT_RUN if reason else Run.State.DONE if seen else Run.State.FAILED
        store(
            page, url, state, locale=page.locale.language_code, content_hash=hashes.get(str(page.pk), ""),
            seen=seen, reason=problem,
        )  # fmt: skip
    return len(pages)


def live_hashes(pages: Iterable[Page]) -> dict[str, str]:
    """Return page number -> hash of the content that residents see."""
    about = {"content_type": subject_of(Page())["content_type"], "object_id__in": [str(page.pk) for page in pages]}
    return dict(GateResult.objects.filter(**about, live=True).values_list("object_id", "content_hash"))


def looks(pages: list[Any]) -> Iterator[tuple[Any, str, Look | None, str]]:
    """Yield page, address, what was seen and why not, as each is ready. Only the browsers work in other threads."""
    addresses = [public_url(page) or "" for page in pages]
    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        for page, url, (seen, problem) in zip(pages, addresses, pool.map(look_twice, addresses), strict=True):
            yield page, url, seen, problem


def look_twice(url: str) -> tuple[Look | None, str]:
    """Return what was seen, or why nothing was. A browser that died is no fault of the page: it gets a second one."""
    problem = "the page has no address"
    for _attempt in range(2 if url else 0):
        try:
            return seen_at(url), ""
        except NOT_SEEN as error:
            problem = why_not_seen(error)
    return None, problem

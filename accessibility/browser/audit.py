"""Deliver audit requests: open the published page or the draft, store what was found, or that nothing was seen."""

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from playwright.sync_api import Error as BrowserError

from accessibility.browser.drafts import draft_path
from accessibility.browser.look import Look, NotAudited, look
from accessibility.browser.session import SECONDS_A_JOB, session
from accessibility.browser.store import not_run_reason, store
from accessibility.engines import AUDIT_ENGINES
from accessibility.models import AuditRequest, Run
from core.services import Done, Outcome, Retry

LAST_TRY = 4
#: What keeps a page from being seen. It says nothing about the page and is never counted as clean.
NOT_SEEN = (BrowserError, NotAudited, TimeoutError)


def deliver(request: AuditRequest) -> Outcome:
    """Audit what the request names; a page that cannot be reached is tried again, then noted as not checked."""
    obj: Any = request.subject
    if obj is None or not (obj.live or request.revision):
        return Done("gone")
    url = base_url() + draft_path(request.revision) if request.revision else public_url(obj)
    if url is None:
        return Done("no-address")
    if reason := not_run_reason():
        return settled(request, obj, url, Run.State.NOT_RUN, reason=reason)
    try:
        seen = seen_at(url)
    except NOT_SEEN as error:
        if request.attempts < LAST_TRY:
            return Retry("not_reached")
        return settled(request, obj, url, Run.State.FAILED, reason=why_not_seen(error))
    return settled(request, obj, url, Run.State.DONE, seen=seen)


def why_not_seen(error: Exception) -> str:
    """Return in one line why a page was not seen; a page that never gets ready says nothing itself."""
    lines = str(error).splitlines()
    if lines:
        return lines[0]
    return (
        f"The page was not ready within {SECONDS_A_JOB} seconds." if isinstance(error, TimeoutError) else "No answer."
    )


def settled(
    request: AuditRequest, obj: Any, url: str, state: Run.State, *, seen: Look | None = None, reason: str = ""
) -> Done:
    """Store the run that a request led to."""
    run = store(
        obj, url, state, locale=request.locale, content_hash=request.content_hash, revision=request.revision,
        seen=seen, reason=reason,
    )  # fmt: skip
    return Done(str(run.pk))


def seen_at(url: str) -> Look:
    """Return what the engines say of an address. Raises what :data:`NOT_SEEN` lists."""
    return session.run(lambda browser: look(browser, url, list(AUDIT_ENGINES)))


def base_url() -> str:
    """Return scheme and host under which the worker reaches this installation."""
    base = urlsplit(getattr(settings, "WAYMARK_AUDIT_BASE_URL", "") or settings.WAGTAILADMIN_BASE_URL)
    return urlunsplit((base.scheme, base.netloc, "", "", ""))


def public_url(obj: Any) -> str | None:
    """Return the address that the worker opens: the page's path on the base URL of this installation."""
    parts = obj.get_url_parts() if hasattr(obj, "get_url_parts") else None
    if not parts or parts[2] is None:
        return None
    return base_url() + str(parts[2])

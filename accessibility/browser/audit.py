"""Deliver audit requests: open the published page, store what was found, or that nothing could be looked at."""

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Error as BrowserError

from accessibility.browser.executable import chromium
from accessibility.browser.look import Look, NotAudited, look
from accessibility.browser.session import session
from accessibility.engines import ENGINES, RawFinding
from accessibility.models import AuditRequest, Finding, Run
from accessibility.models.subject import subject_of
from accessibility.rules import ruleset
from accessibility.rules.base import RuleFinding
from core.services import Done, Outcome, Retry

ENGINE = "axe"
LAST_TRY = 4


def deliver(request: AuditRequest) -> Outcome:
    """Audit what the request names; a page that cannot be reached is tried again, then noted as not checked."""
    obj = request.subject
    if obj is None or not obj.live:  # type: ignore[attr-defined] # DraftStateMixin is untyped
        return Done("gone")
    url = public_url(obj)
    if url is None:
        return Done("no-address")
    reason = ENGINES[ENGINE].unavailable() or ("" if chromium() else "no Chromium was found")
    if reason:
        return Done(str(store(obj, url, request, Run.State.NOT_RUN, reason=reason).pk))
    try:
        seen = session.run(lambda browser: look(browser, url, [ENGINE]))
    except (BrowserError, NotAudited, TimeoutError) as error:
        if request.attempts < LAST_TRY:
            return Retry("not_reached")
        return Done(str(store(obj, url, request, Run.State.FAILED, reason=str(error)[:200]).pk))
    return Done(str(store(obj, url, request, Run.State.DONE, seen=seen).pk))


def public_url(obj: Any) -> str | None:
    """Return the address that the worker opens: the page's path on the base URL of this installation."""
    parts = obj.get_url_parts() if hasattr(obj, "get_url_parts") else None
    if not parts or parts[2] is None:
        return None
    base = urlsplit(getattr(settings, "WAYMARK_AUDIT_BASE_URL", "") or settings.WAGTAILADMIN_BASE_URL)
    return urlunsplit((base.scheme, base.netloc, str(parts[2]), "", ""))


@transaction.atomic
def store(
    obj: Any, url: str, request: AuditRequest, state: Run.State, *, seen: Look | None = None, reason: str = ""
) -> Run:
    """Store the run with its findings."""
    run = Run.objects.create(
        **subject_of(obj),
        locale=request.locale,
        content_hash=request.content_hash,
        url=url,
        engine=f"{ENGINE} {ENGINES[ENGINE].version()}",
        browser=seen.browser if seen else "",
        ruleset=ruleset(),
        state=state,
        reason=reason,
        finished_at=timezone.now(),
    )
    Finding.objects.bulk_create([as_row(run, finding) for finding in (seen.findings if seen else [])])
    return run


def as_row(run: Run, raw: RawFinding) -> Finding:
    """Return an engine's finding as a row: the author's when it stands in a block, else the template's."""
    named = RuleFinding(raw.rule, raw.message, "", block_id=raw.block_id, snippet=raw.snippet)
    return Finding(
        run=run,
        rule=raw.rule,
        criterion=raw.criterion,
        impact=raw.impact,
        outcome=raw.outcome,
        owner=Finding.Owner.AUTHOR if raw.block_id else Finding.Owner.TEMPLATE,
        message=raw.message[:500],
        block_id=raw.block_id,
        selector=raw.selector[:500],
        snippet=raw.snippet[:300],
        fingerprint=named.fingerprint,
    )

"""Write down what a look at a page found, or that there was none."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from accessibility.browser.executable import chromium
from accessibility.browser.look import Look
from accessibility.engines import AUDIT_ENGINES, ENGINES, RawFinding
from accessibility.models import Finding, Run
from accessibility.models.subject import subject_of
from accessibility.rules import ruleset
from accessibility.rules.base import RuleFinding


def not_run_reason() -> str:
    """Return why no browser check can run on this machine, "" when it can."""
    missing = (ENGINES[name].unavailable() for name in AUDIT_ENGINES)
    return next(filter(None, missing), "") or ("" if chromium() else "no Chromium was found")


def engines_in_force() -> dict[str, str]:
    """Return name -> version of what an audit runs with now; a page that was seen by others is looked at again."""
    return {name: ENGINES[name].version() for name in AUDIT_ENGINES}


@transaction.atomic
def store(
    obj: Any,
    url: str,
    state: Run.State,
    *,
    locale: str,
    content_hash: str,
    revision: Revision | None = None,
    seen: Look | None = None,
    reason: str = "",
) -> Run:
    """Store a run with its findings. Without ``seen`` nothing is said about faults, and ``reason`` tells why."""
    engines = engines_in_force()
    run = Run.objects.create(
        **subject_of(obj),
        locale=locale,
        content_hash=content_hash,
        revision=revision,
        url=url,
        engine=f"axe {engines['axe']}",
        engines=engines,
        browser=seen.browser if seen else "",
        ruleset=ruleset(),
        state=state,
        reason=reason[:200],
        finished_at=timezone.now(),
    )
    Finding.objects.bulk_create([as_row(run, finding) for finding in (seen.findings if seen else [])])
    return run


def as_row(run: Run, raw: RawFinding) -> Finding:
    """Return an engine's finding as a row: the author's when it stands in a block, else the template's."""
    named = RuleFinding(raw.rule, raw.message, "", block_id=raw.block_id, snippet=raw.snippet)
    return Finding(
        run=run,
        rule=raw.rule[:80],
        criterion=raw.criterion,
        impact=raw.impact,
        outcome=raw.outcome,
        owner=Finding.Owner.AUTHOR if raw.block_id else Finding.Owner.TEMPLATE,
        message=raw.message[:500],
        details={"engine": raw.engine, "how": (raw.how or raw.help_url)[:500]},
        block_id=raw.block_id[:64],
        selector=raw.selector[:500],
        snippet=raw.snippet[:300],
        fingerprint=named.fingerprint,
    )

"""Grant, end and close bypasses; each change is recorded, and what it let through is judged again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accessibility.extract import language_of
from accessibility.gate.records import record
from accessibility.gate.verdict import evaluate, fingerprint
from accessibility.gate.words import as_comment
from accessibility.models import Bypass
from accessibility.models.bypass import run_out
from accessibility.models.subject import subject_of
from core.models import User
from core.services import queue_message, record_event


@transaction.atomic
def grant(obj: Any, fingerprints: Iterable[str], *, reason: str, expires_at: datetime, user: User) -> Bypass:
    """Let the named faults of ``obj`` through. Raises ValidationError for whoever may not."""
    bypass = Bypass(
        **subject_of(obj),
        locale=language_of(obj),
        fingerprints=sorted(fingerprints),
        reason=reason,
        expires_at=expires_at,
        granted_by=user,
    )
    bypass.save()
    record_event(verb="gate.bypass.grant", obj=bypass, actor=user)
    record(obj, evaluate(obj), live=False)
    return bypass


@transaction.atomic
def end(bypass: Bypass, user: User | None = None) -> None:
    """Close a bypass, by hand or (without ``user``) because its time is up. Nothing is taken down by it."""
    Bypass.objects.filter(pk=bypass.pk).update(ended_at=timezone.now(), ended_by=user)
    record_event(verb="gate.bypass.end", obj=bypass, actor=user, channel="web" if user else "schedule")
    obj = bypass.subject
    if obj is not None:
        verdict = evaluate(obj)
        record(obj, verdict, live=bool(getattr(obj, "live", False)))
        if not verdict.may_publish and not user:
            tell_granter(bypass, obj, as_comment(verdict.blocking))


def sweep_bypasses(now: datetime | None = None) -> int:
    """Close all whose time is up and return how many those were."""
    due = list(Bypass.objects.filter(run_out(now or timezone.now())))
    for bypass in due:
        end(bypass)
    return len(due)


def tell_granter(bypass: Bypass, obj: Any, faults: str) -> None:
    """Write to whoever let the faults through and to the page's owner: they are still there."""
    owner = getattr(obj, "owner", None)
    for address in sorted({user.email for user in (bypass.granted_by, owner) if user is not None and user.email}):
        queue_message(
            channel="mail",
            to=address,
            subject=_("Faults are no longer let through: %(title)s") % {"title": obj},
            body=_("The time for which they were let through is over. Mend them; the page is listed until then.")
            + f"\n\n{faults}",
            idempotency_key=f"bypass-over:{bypass.pk}:{address}"[:200],
        )


def faults_of(obj: Any) -> list[tuple[str, str]]:
    """Return the blocking faults of the newest draft: fingerprint and words, each once."""
    found = {fingerprint(finding): f"{finding.message} {finding.how}" for finding in evaluate(obj).blocking}
    return list(found.items())

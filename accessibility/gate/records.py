"""Write down what the gate said."""

from typing import Any

from django.utils import timezone

from accessibility.extract import language_of
from accessibility.gate.verdict import GateVerdict, fingerprint
from accessibility.models import AuditRequest, GateResult
from accessibility.models.subject import subject_of
from core.services import GateFinding


def as_record(finding: GateFinding) -> dict[str, Any]:
    """Return a finding as JSON: rule, criterion, message, why, how, field, block_id, label, blocking, fingerprint."""
    names = ("rule", "criterion", "message", "why", "how", "field", "block_id", "label", "blocking")
    return {name: getattr(finding, name, "") for name in names} | {"fingerprint": fingerprint(finding)}


def record(obj: Any, verdict: GateVerdict, *, live: bool) -> GateResult:
    """Store the verdict; with ``live`` it becomes the one on what residents see."""
    subject = subject_of(obj)
    if live:
        GateResult.objects.filter(**subject, live=True).update(live=False)
    values = {
        "verdict": verdict.outcome,
        "findings": [as_record(finding) for finding in verdict.findings],
        "checked_at": timezone.now(),
    }
    result, _created = GateResult.objects.update_or_create(
        **subject,
        locale=language_of(obj),
        content_hash=verdict.content_hash,
        ruleset=verdict.ruleset,
        defaults=values | ({"live": True} if live else {}),
    )
    return result


def request_audit(obj: Any, verdict: GateVerdict) -> None:
    """Ask for a browser audit of this content, once."""
    subject = subject_of(obj)
    key = f"{subject['content_type'].pk}:{subject['object_id']}:{verdict.content_hash}:{verdict.ruleset}"
    AuditRequest.objects.get_or_create(
        idempotency_key=key,
        defaults={**subject, "locale": language_of(obj), "content_hash": verdict.content_hash},
    )

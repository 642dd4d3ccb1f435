"""The decision: one pure function that every route asks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.utils import timezone

from accessibility.extract import extract
from accessibility.gate.content import content_hash, whole
from accessibility.models import Bypass
from accessibility.models.bypass import in_force
from accessibility.rules import RuleFinding, ruleset, run_rules
from core.services import GateFinding, gate_findings

Outcome = Literal["pass", "fail", "exempt"]


@dataclass(frozen=True)
class GateVerdict:
    """What the gate says of one content. ``findings`` holds advice too; only ``blocking`` ones decide."""

    outcome: Outcome
    findings: tuple[GateFinding, ...]
    content_hash: str
    ruleset: str

    @property
    def may_publish(self) -> bool:
        """Return whether it may go live."""
        return self.outcome != "fail"

    @property
    def blocking(self) -> tuple[GateFinding, ...]:
        """Return the findings that keep it from going live."""
        return tuple(finding for finding in self.findings if finding.blocking)


def evaluate(obj: Any, *, at: datetime | None = None) -> GateVerdict:
    """Return the verdict on a page or snippet as it stands in memory. Changes nothing and never raises for content."""
    obj = whole(obj)
    findings = tuple(gate_findings(obj))
    blocking = [finding for finding in findings if finding.blocking]
    outcome: Outcome = "pass"
    if blocking:
        outcome = "exempt" if _all_let_through(obj, blocking, at or timezone.now()) else "fail"
    return GateVerdict(outcome, findings, content_hash(obj), ruleset())


def static_findings(obj: Any) -> list[RuleFinding]:
    """Return what the static rules find: this room's own gate."""
    return run_rules(extract(obj))


def fingerprint(finding: GateFinding) -> str:
    """Return the fingerprint of any gate's finding."""
    if isinstance(finding, RuleFinding):
        return finding.fingerprint
    return RuleFinding(
        finding.rule, finding.message, finding.how, block_id=finding.block_id, snippet=finding.message
    ).fingerprint


def _all_let_through(obj: Any, blocking: list[GateFinding], at: datetime) -> bool:
    if obj.pk is None:
        return False
    named = Bypass.objects.about(obj).filter(in_force(at)).values_list("fingerprints", flat=True)
    return {fingerprint(finding) for finding in blocking} <= {entry for entries in named for entry in entries}

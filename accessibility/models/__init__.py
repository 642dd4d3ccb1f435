"""Verdicts, audits and what they found, one file each."""

from accessibility.models.bypass import Bypass
from accessibility.models.finding import Finding
from accessibility.models.gate_result import GateResult
from accessibility.models.run import AuditRequest, InvariantRun, Run

__all__ = ["AuditRequest", "Bypass", "Finding", "GateResult", "InvariantRun", "Run"]

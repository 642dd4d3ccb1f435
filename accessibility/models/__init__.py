"""Verdicts, audits and what they found, one file each."""

from accessibility.models.bypass import Bypass
from accessibility.models.dismissal import Dismissal
from accessibility.models.document_answer import DocumentAnswer
from accessibility.models.document_audit import DocumentAudit
from accessibility.models.document_day import DocumentDownloads, DocumentSnapshot
from accessibility.models.document_finding import DocumentFinding
from accessibility.models.document_override import DocumentOverride
from accessibility.models.document_request import DocumentCheckRequest
from accessibility.models.exemption import LawfulExemption
from accessibility.models.finding import Finding
from accessibility.models.gate_result import GateResult
from accessibility.models.profile_report import ProfileReport
from accessibility.models.run import AuditRequest, InvariantRun, Run
from accessibility.models.statement import SiteDay, StatementVersion

__all__ = [
    "AuditRequest",
    "Bypass",
    "Dismissal",
    "DocumentAnswer",
    "DocumentAudit",
    "DocumentCheckRequest",
    "DocumentDownloads",
    "DocumentFinding",
    "DocumentOverride",
    "DocumentSnapshot",
    "Finding",
    "GateResult",
    "InvariantRun",
    "LawfulExemption",
    "ProfileReport",
    "Run",
    "SiteDay",
    "StatementVersion",
]

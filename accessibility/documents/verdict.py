"""From a report to a verdict, and to the JSON contract of the command line."""

from typing import Any

from accessibility.documents.advice import message_for, program_for, steps_for
from accessibility.documents.base import Finding, Profile, Report, Severity, Verdict
from accessibility.documents.wcag import RULES
from accessibility.documents.wire import read_report


def verdict_of(report: Report, profile: Profile = Profile.WCAG) -> Verdict:
    """Return the verdict. What could not be checked never passes; under PDF/UA every broken clause fails."""
    if report.error:
        return Verdict.COULD_NOT_CHECK
    if profile is not Profile.WCAG:
        return Verdict.FAILED if report.findings else Verdict.PASSED
    blocked = any(finding.severity is Severity.BLOCK for finding in report.findings)
    return Verdict.FAILED if blocked else Verdict.PASSED


def as_contract(answer: dict[str, Any], profile: Profile) -> dict[str, Any]:
    """Return the worker's answer as the command line prints it: see docs/architecture.md for its fields."""
    report = read_report(answer)
    if report.error:
        return {"error": report.error}
    grave = (Severity.BLOCK, Severity.WARN)
    violations = [f for f in report.findings if profile is not Profile.WCAG or f.severity in grave]
    return {
        "conforms": not violations,
        "verdict": verdict_of(report, profile).value,
        "format": report.kind,
        "violations": [_row(finding, report, profile) for finding in violations],
        "questions": [_row(f, report, profile) for f in report.findings if f.severity is Severity.ASK],
        "advisory": [
            _row(f, report, profile)
            for f in report.findings
            if f.severity is Severity.ADVISORY and profile is Profile.WCAG
        ],
        "unsafe": list(report.unsafe),
        "pages_checked": report.pages_checked,
        "pages_total": report.pages_total,
    }


def _row(finding: Finding, report: Report, profile: Profile) -> dict[str, Any]:
    """Return one finding with its texts."""
    rule = RULES[finding.rule]
    severity = Severity.BLOCK if profile is not Profile.WCAG else finding.severity or rule.severity
    program = program_for(report.kind, report.producer) if report.kind else None
    row = {
        "rule": rule.id,
        "id": rule.matterhorn,
        "clause": finding.clause,
        "sc": rule.criterion,
        "severity": severity.value,
        "message": message_for(rule.id, finding.parameters),
        "fix": " ".join(steps_for(rule.id, program)) if program else "",
        "count": finding.count,
        "locations": [place.as_json() for place in finding.locations],
    }
    return {name: value for name, value in row.items() if value != ""}

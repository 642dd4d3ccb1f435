"""Reports as JSON data and back: what crosses the wall of the sealed process. It is read with distrust."""

from typing import Any

from accessibility.documents.base import Finding, Kind, Location, Report, Severity
from accessibility.documents.wcag import RULES


def to_wire(report: Report) -> dict[str, Any]:
    """Return the report as plain data; a report with an error carries nothing but the error."""
    if report.error:
        return {"error": report.error, "kind": report.kind, "sha256": report.sha256}
    return {
        "kind": report.kind,
        "checked": list(report.checked),
        "findings": [_finding(finding) for finding in report.findings],
        "pages_checked": report.pages_checked,
        "pages_total": report.pages_total,
        "producer": report.producer[:200],
        "sha256": report.sha256,
        "unsafe": list(report.unsafe),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    """Return one finding with its row's severity and clause filled in."""
    rule = RULES[finding.rule]
    return {
        "rule": finding.rule,
        "severity": (finding.severity or rule.severity).value,
        "clause": finding.clause or rule.clause,
        "count": finding.count,
        "parameters": {name: value[:120] for name, value in finding.parameters.items()},
        "locations": [place.as_json() for place in finding.locations],
    }


def from_wire(data: dict[str, Any]) -> Report:
    """Return the report. Raises KeyError, TypeError or ValueError when it is not one of ours."""
    kind = Kind(data["kind"]) if data.get("kind") else None
    if data.get("error"):
        return Report(kind=kind, sha256=str(data.get("sha256", "")), error=str(data["error"]))
    return Report(
        kind=kind,
        findings=tuple(_read_finding(row) for row in data["findings"]),
        checked=tuple(str(rule) for rule in data["checked"]),
        pages_checked=int(data["pages_checked"]),
        pages_total=int(data["pages_total"]),
        producer=str(data["producer"]),
        sha256=str(data["sha256"]),
        unsafe=tuple(str(code) for code in data["unsafe"]),
    )


def read_report(data: dict[str, Any]) -> Report:
    """Return the report; what makes no sense is an error, never "no findings"."""
    try:
        return from_wire(data)
    except (KeyError, TypeError, ValueError):
        return Report(error="bad_output")


def _read_finding(row: dict[str, Any]) -> Finding:
    """Return one finding; an unknown rule is a KeyError."""
    rule = RULES[row["rule"]]
    return Finding(
        rule.id,
        tuple(_read_place(place) for place in row["locations"]),
        int(row["count"]),
        Severity(row["severity"]),
        str(row["clause"]),
        dict(row["parameters"]),
    )


def _read_place(place: dict[str, Any]) -> Location:
    """Return one place in the file."""
    left, bottom, right, top = place["bbox"] if place.get("bbox") else (None, 0, 0, 0)
    return Location(
        place.get("page"),
        str(place.get("part", "")),
        place.get("object"),
        str(place.get("excerpt", "")),
        None if left is None else (float(left), float(bottom), float(right), float(top)),
        str(place.get("path", "")),
    )

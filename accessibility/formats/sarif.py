"""SARIF 2.1.0 (OASIS): what code hosts and editors read."""

import json
from collections.abc import Callable
from typing import Any

from accessibility.formats.base import Finding, Report, Writer

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"fail": "error", "warn": "warning", "needs-review": "note"}


class Sarif(Writer):
    """One run an engine, since a run has one tool. A page that could not be opened is a notification, not silence."""

    def __init__(self, out: Callable[[str], object]) -> None:
        super().__init__(out)
        self.reports: list[Report] = []

    def add(self, report: Report) -> None:
        """Keep the page until the end."""
        self.reports.append(report)

    def close(self) -> None:
        """Write the log."""
        engines = list(dict.fromkeys(name for report in self.reports for name in report.engines))
        runs = [run_of(name, self.reports) for name in engines]
        self.out(json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": runs}, ensure_ascii=False, indent=2))


def run_of(engine: str, reports: list[Report]) -> dict[str, Any]:
    """Return the run of one engine over all pages."""
    found = [(report, finding) for report in reports for finding in report.findings if finding["engine"] == engine]
    rules = {finding["rule"]: finding for _report, finding in found}
    order = {rule: index for index, rule in enumerate(rules)}
    failures = [notification(report) for report in reports if report.error]
    return {
        "tool": {"driver": {"name": f"waymark-{engine}", "rules": [rule_of(finding) for finding in rules.values()]}},
        "invocations": [{"executionSuccessful": not failures, "toolExecutionNotifications": failures}],
        "results": [result_of(report, finding, order[finding["rule"]]) for report, finding in found],
    }


def rule_of(finding: Finding) -> dict[str, Any]:
    """Return a rule as it was met."""
    rule: dict[str, Any] = {"id": finding["rule"], "shortDescription": {"text": finding["message"]}}
    if finding["how"].startswith("http"):
        rule["helpUri"] = finding["how"]
    elif finding["how"]:
        rule["help"] = {"text": finding["how"]}
    if finding["sc"]:
        rule["properties"] = {"tags": [f"WCAG {finding['sc']}"]}
    return rule


def result_of(report: Report, finding: Finding, index: int) -> dict[str, Any]:
    """Return one finding."""
    location = place_of(report)
    if finding["snippet"]:
        location["physicalLocation"]["region"] = {"startLine": 1, "snippet": {"text": finding["snippet"]}}
    if finding["element"]:
        location["logicalLocations"] = [{"fullyQualifiedName": finding["element"], "kind": "element"}]
    return {
        "ruleId": finding["rule"],
        "ruleIndex": index,
        "level": LEVELS[finding["outcome"]],
        "message": {"text": finding["message"]},
        "locations": [location],
        "properties": {"blocking": finding["blocking"]},
    }


def notification(report: Report) -> dict[str, Any]:
    """Return why a page could not be looked at."""
    return {"level": "error", "message": {"text": report.error}, "locations": [place_of(report)]}


def place_of(report: Report) -> dict[str, Any]:
    """Return the page as a location."""
    return {"physicalLocation": {"artifactLocation": {"uri": report.url or report.target}}}

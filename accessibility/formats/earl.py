"""EARL 1.0 as JSON-LD, in the form that the W3C's ACT implementation reports use."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from accessibility.formats.base import Finding, Report, Writer

CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "WCAG": "https://www.w3.org/TR/WCAG22/#",
    "assertedBy": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "source": {"@id": "dct:source", "@type": "@id"},
    "title": {"@id": "dct:title"},
}
OUTCOMES = {"fail": "earl:failed", "warn": "earl:cantTell", "needs-review": "earl:cantTell"}
ASSERTOR = "#waymark"


class Earl(Writer):
    """One graph: the assertor, then each page as a test subject with its assertions."""

    def __init__(self, out: Callable[[str], object]) -> None:
        super().__init__(out)
        self.reports: list[Report] = []

    def add(self, report: Report) -> None:
        """Keep the page until the end."""
        self.reports.append(report)

    def close(self) -> None:
        """Write the report."""
        engines = sorted({name for report in self.reports for name in report.engines})
        tool = {
            "@id": ASSERTOR,
            "@type": ["earl:Assertor", "earl:Software", "doap:Project"],
            "doap:name": f"Waymark ({', '.join(engines)})",
        }
        graph = [tool, *map(subject, self.reports)]
        self.out(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2))


def subject(report: Report) -> dict[str, Any]:
    """Return one page with what was said of it; one that could not be opened is "cantTell", never passed."""
    return {
        "@type": ["WebPage", "earl:TestSubject"],
        "source": report.url or report.target,
        "assertions": list(assertions(report)),
    }


def assertions(report: Report) -> Iterator[dict[str, Any]]:
    """Yield an assertion for each finding; for a page without any, that the engines found nothing."""
    for finding in report.findings:
        yield assertion(finding["rule"], OUTCOMES[finding["outcome"]], finding["message"], finding)
    if report.error:
        yield assertion("page-opened", "earl:cantTell", report.error, None)
    elif not report.findings:
        yield assertion("all-rules", "earl:passed", "Nothing was found.", None)


def assertion(rule: str, outcome: str, words: str, finding: Finding | None) -> dict[str, Any]:
    """Return one statement."""
    test: dict[str, Any] = {"@type": "TestCase", "title": rule}
    result: dict[str, Any] = {"@type": "TestResult", "outcome": outcome, "dct:description": words}
    if finding is not None and finding["sc"]:
        test["isPartOf"] = [{"@id": f"WCAG:{finding['sc']}", "title": f"WCAG 2.2: {finding['sc']}"}]
    if finding is not None and finding["element"]:
        result["pointer"] = {"@type": "ptr:CSSSelectorPointer", "ptr:expression": finding["element"]}
    return {
        "@type": "Assertion",
        "assertedBy": ASSERTOR,
        "mode": "earl:automatic",
        "test": test,
        "result": result,
    }

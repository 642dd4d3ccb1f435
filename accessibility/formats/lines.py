"""One line or paragraph a page, written as soon as the page is done."""

import json

from accessibility.formats.base import Finding, Report, Writer


class JsonLines(Writer):
    """One JSON object a line and page."""

    def add(self, report: Report) -> None:
        """Write the page."""
        self.out(json.dumps(report.as_json(), ensure_ascii=False))


class Text(Writer):
    """For people: the page, then one line a finding."""

    def add(self, report: Report) -> None:
        """Write the page."""
        counted = f"{len(report.findings)} findings"
        self.out(f"{report.target}: {report.error or counted}")
        for finding in report.findings:
            self.out(line_of(finding))


def line_of(finding: Finding) -> str:
    """Return one finding on one line."""
    where = f"{finding['rule']} ({finding['engine']}, WCAG {finding['sc'] or '-'})"
    return f"  {finding['outcome']}: {finding['message']} {where} {finding['element']}"

"""CSV (RFC 4180): one row a finding, and one row for a page that could not be looked at."""

from io import StringIO
from typing import Any

from accessibility.formats.base import Report, Writer
from core.services import write_csv

COLUMNS = ("rule", "sc", "engine", "outcome", "blocking", "message", "element", "snippet")


class Csv(Writer):
    """Cells that a spreadsheet would take for a formula are made harmless, as in all our tables."""

    started = False

    def add(self, report: Report) -> None:
        """Write the rows of one page; a clean page has none."""
        rows: list[list[Any]] = [] if self.started else [["page", "error", *COLUMNS]]
        self.started = True
        if report.error:
            rows.append([report.target, report.error, *("" for _ in COLUMNS)])
        rows += [[report.target, "", *(finding[name] for name in COLUMNS)] for finding in report.findings]
        if rows:
            text = StringIO()
            write_csv(rows, text)
            self.out(text.getvalue().rstrip("\r\n"))

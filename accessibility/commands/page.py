"""``audit page URL|FILE...``: addresses of this site, or HTML files."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from accessibility.commands.base import CLEAN, COULD_NOT_RUN, FOUND, Console
from accessibility.commands.registry import register_subcommand
from accessibility.engines import ENGINES
from accessibility.reports.pages import CouldNotRun, PageReport, audit_pages


@register_subcommand
class AuditPage:
    """Prints one line (JSON) or paragraph a page."""

    name = "page"
    help = "check addresses of this site, or HTML files"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take targets and engines."""
        parser.add_argument("targets", nargs="+", metavar="URL|FILE")
        parser.add_argument("--engine", default="static,axe", help="comma-separated: static, " + ", ".join(ENGINES))
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--fail-on", choices=["error", "warning"], default="error")

    def run(self, options: dict[str, Any], console: Console) -> int:
        """Check the pages one after the other."""
        engines = options["engine"].split(",")
        if unknown := set(engines) - {"static", *ENGINES}:
            raise CommandError(f"Unknown engine: {', '.join(sorted(unknown))}.", returncode=COULD_NOT_RUN)
        worst = CLEAN
        try:
            for number, report in enumerate(audit_pages(options["targets"], engines), start=1):
                console.progress(f"{number}/{len(options['targets'])} {report.target}")
                console.out(json.dumps(report.as_json()) if options["format"] == "json" else as_text(report))
                worst = max(worst, status(report, options["fail_on"]))
        except CouldNotRun as error:
            raise CommandError(str(error), returncode=COULD_NOT_RUN) from error
        return worst


def status(report: PageReport, fail_on: str) -> int:
    """Return the exit status for one page."""
    if report.error:
        return COULD_NOT_RUN
    bad = {"fail"} if fail_on == "error" else {"fail", "warn", "needs-review"}
    return FOUND if any(finding["outcome"] in bad for finding in report.findings) else CLEAN


def as_text(report: PageReport) -> str:
    """Return one page for people."""
    head = f"{report.target}: {report.error or f'{len(report.findings)} findings'}"
    return "\n".join([head, *map(line_of, report.findings)])


def line_of(finding: dict[str, Any]) -> str:
    """Return one finding on one line."""
    where = f"{finding['rule']} ({finding['engine']}, WCAG {finding['sc'] or '-'})"
    return f"  {finding['outcome']}: {finding['message']} {where} {finding['element']}"

"""``audit page URL|FILE...`` and ``audit invariants``: results on stdout, progress on stderr."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accessibility.engines import ENGINES
from accessibility.gate.invariants import check_invariants
from accessibility.reports.pages import CouldNotRun, PageReport, audit_pages

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


class Command(BaseCommand):
    """Exit status: 0 nothing found, 1 something found, 2 a check could not run."""

    help = "Check pages for accessibility, or everything that is live for a pass of the publish gate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two subcommands."""
        actions = parser.add_subparsers(dest="action", required=True)
        page = actions.add_parser("page", help="check addresses of this site, or HTML files")
        page.add_argument("targets", nargs="+", metavar="URL|FILE")
        page.add_argument("--engine", default="static,axe", help="comma-separated: static, " + ", ".join(ENGINES))
        page.add_argument("--format", choices=["text", "json"], default="text")
        page.add_argument("--fail-on", choices=["error", "warning"], default="error")
        actions.add_parser("invariants", help="everything live must have passed the gate under today's rules")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and exit."""
        sys.exit(self.page(options) if options["action"] == "page" else self.invariants())

    def page(self, options: dict[str, Any]) -> int:
        """Check pages and print one line (JSON) or paragraph a page."""
        engines = options["engine"].split(",")
        if unknown := set(engines) - {"static", *ENGINES}:
            raise CommandError(f"Unknown engine: {', '.join(sorted(unknown))}.", returncode=COULD_NOT_RUN)
        worst = CLEAN
        try:
            for number, report in enumerate(audit_pages(options["targets"], engines), start=1):
                self.stderr.write(f"{number}/{len(options['targets'])} {report.target}")
                self.stdout.write(json.dumps(report.as_json()) if options["format"] == "json" else as_text(report))
                worst = max(worst, status(report, options["fail_on"]))
        except CouldNotRun as error:
            raise CommandError(str(error), returncode=COULD_NOT_RUN) from error
        return worst

    def invariants(self) -> int:
        """Look at everything live and print what should not be there."""
        run = check_invariants()
        for miss in run.misses:
            owner = miss["owner"] or "nobody"
            faults = " ".join(miss["faults"])
            self.stdout.write(
                f"{miss['kind']} {miss['object_id']} [{miss['locale']}] {miss['name']} (owner: {owner}): {faults}"
            )
        self.stdout.write(f"{run.checked} live, {len(run.misses)} without a pass.")
        return FOUND if run.misses else CLEAN


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
    return f"  {finding['outcome']}: {finding['message']} {where} {finding['selector'] or finding['html']}"

"""``audit page URL|FILE...``: check pages and print one line or paragraph a page."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.core.management.base import CommandError

from accessibility.commands.base import CLEAN, COULD_NOT_RUN, FOUND, Console
from accessibility.commands.registry import register_subcommand
from accessibility.engines import ENGINES
from accessibility.formats import FORMATS
from accessibility.reports.pages import STATIC, CouldNotRun, PageReport, audit_pages


def add_engine_argument(parser: ArgumentParser) -> None:
    """Add the option that chooses engines."""
    parser.add_argument("--engine", default="static,axe", help=f"comma-separated: {STATIC}, " + ", ".join(ENGINES))


def add_output_arguments(parser: ArgumentParser) -> None:
    """Add the options that every audit of pages has: which engines, which form, what counts as a failure."""
    add_engine_argument(parser)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text")
    parser.add_argument(
        "--fail-on", choices=["error", "warning"], default="error", help="exit 1 on faults, or on advice too"
    )


def engines_of(options: dict[str, Any]) -> list[str]:
    """Return the engines that were asked for. Raises :class:`CouldNotRun` for one that does not exist."""
    engines = [name.strip() for name in options["engine"].split(",") if name.strip()]
    known = [STATIC, *ENGINES]
    if unknown := sorted(set(engines) - set(known)):
        raise CouldNotRun(f"Unknown engine: {', '.join(unknown)}. Choose from {', '.join(known)}.")
    if not engines:
        raise CouldNotRun(f"Name at least one engine: {', '.join(known)}.")
    return engines


def status(report: PageReport, fail_on: str) -> int:
    """Return the exit status for one page."""
    if report.error:
        return COULD_NOT_RUN
    bad = {"fail"} if fail_on == "error" else {"fail", "warn", "needs-review"}
    return FOUND if any(finding["outcome"] in bad for finding in report.findings) else CLEAN


@register_subcommand
class AuditPage:
    """Checks addresses of this site, or HTML files."""

    name = "page"
    help = "check addresses of this site, or HTML files"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add targets and output options."""
        parser.add_argument("targets", nargs="*", metavar="URL|FILE")
        parser.add_argument("--paths-from", metavar="FILE", help="read more targets from a file, one a line")
        parser.add_argument("--base-url", metavar="URL", help="open the targets below this address")
        add_output_arguments(parser)

    def run(self, options: dict[str, Any], console: Console) -> int:
        """Check the pages one after the other; each is printed as soon as it is done where the form allows it."""
        try:
            return check(named_targets(options), engines_of(options), options, console)
        except CouldNotRun as error:
            raise CommandError(str(error), returncode=COULD_NOT_RUN) from error


def check(named: dict[str, str], engines: list[str], options: dict[str, Any], console: Console) -> int:
    """Check the pages (name -> what to open), print the reports and return the exit status."""
    writer, worst = FORMATS[options["format"]](console.out), CLEAN
    for number, report in enumerate(audit_pages(named, engines), start=1):
        console.progress(f"{number}/{len(named)} {report.target}")
        writer.add(report)
        worst = max(worst, status(report, options["fail_on"]))
    writer.close()
    return worst


def named_targets(options: dict[str, Any]) -> dict[str, str]:
    """Return name -> what to open, in the order given. Raises :class:`CouldNotRun` when there is none."""
    names = [*options["targets"], *lines_of(options["paths_from"])]
    if not names:
        raise CouldNotRun("Name a page: an address, an HTML file, or --paths-from FILE.")
    base = options["base_url"]
    return {name: urljoin(base.rstrip("/") + "/", name.lstrip("/")) if base else name for name in names}


def lines_of(path: str | None) -> Iterator[str]:
    """Yield the lines of a file that say something; "#" starts a remark."""
    if path is None:
        return
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CouldNotRun(f"{path}: the list of pages could not be read ({error}).") from error
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()

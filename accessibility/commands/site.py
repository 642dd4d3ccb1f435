"""``audit site``: walk the site from link to link and check every page; a killed walk goes on where it was."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from accessibility.commands.base import CLEAN, COULD_NOT_RUN, Console
from accessibility.commands.page import add_output_arguments, engines_of, status
from accessibility.commands.registry import register_subcommand
from accessibility.crawl import Diary, walk
from accessibility.formats import FORMATS
from accessibility.reports.pages import CouldNotRun, address_of, check_engines

BAR = 30


@register_subcommand
class AuditSite:
    """Prints each page as ``audit page`` does, then a line that counts them."""

    name = "site"
    help = "walk the site and check every page; go on where a killed walk was"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to start and how far to go."""
        parser.add_argument("--base-url", metavar="URL", help="where to start; the site's own address when left out")
        parser.add_argument("--limit", type=int, metavar="N", help="N pages at most")
        parser.add_argument("--jobs", type=int, default=2, metavar="N", help="pages at once (2)")
        parser.add_argument("--diary", metavar="FILE", help="where to keep what is done")
        parser.add_argument("--restart", action="store_true", help="forget an earlier walk")
        add_output_arguments(parser)

    def run(self, options: dict[str, Any], console: Console) -> int:
        """Walk and print."""
        try:
            engines = engines_of(options)
            check_engines(engines)
            diary = diary_of(options)
            return report(diary, engines, options, console)
        except CouldNotRun as error:
            raise CommandError(str(error), returncode=COULD_NOT_RUN) from error


def diary_of(options: dict[str, Any]) -> Diary:
    """Return the diary of the walk, with what an earlier one has done."""
    base = options["base_url"] or settings.WAGTAILADMIN_BASE_URL
    start = address_of(base if base.endswith("/") else f"{base}/")
    path = Path(options["diary"] or Path(settings.VAR_DIR) / "audit-site.jsonl")
    path.parent.mkdir(parents=True, exist_ok=True)
    if options["restart"]:
        path.unlink(missing_ok=True)
    diary = Diary(path, start)
    diary.resume()
    return diary


def report(diary: Diary, engines: list[str], options: dict[str, Any], console: Console) -> int:
    """Print what was done before, then each page as it comes. Return the exit status of the worst page."""
    writer, started = FORMATS[options["format"]](console.out), time.monotonic()
    before = len(diary.done)
    if before:
        console.progress(f"Going on after {before} pages of an earlier walk; --restart begins again.")
    for earlier in diary.done.values():
        writer.add(earlier)
    for page in walk(diary, engines, jobs=max(1, options["jobs"]), limit=options["limit"]):
        writer.add(page)
        show_progress(diary, time.monotonic() - started, len(diary.done) - before, console)
    writer.close()
    failed = sum(bool(page.error) for page in diary.done.values())
    console.progress(f"{len(diary.done)} pages, {failed} of them could not be looked at.")
    return max((status(page, options["fail_on"]) for page in diary.done.values()), default=CLEAN)


def show_progress(diary: Diary, seconds: float, walked: int, console: Console) -> None:
    """Draw a bar on a terminal; write a line every 25 pages elsewhere. The whole grows while links are found."""
    done, known = len(diary.done), len(diary.known)
    left = seconds / walked * (known - done) if walked else 0
    filled = BAR * done // known
    line = f"[{'#' * filled}{'.' * (BAR - filled)}] {done} of {known} pages, about {left:.0f} s left"
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{line}" + ("\n" if done == known else ""))
        sys.stderr.flush()
    elif done % 25 == 0 or done == known:
        console.progress(line)

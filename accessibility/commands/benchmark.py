"""``audit benchmark --root DIR --labels FILE``: how many labelled pages are judged rightly."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from accessibility.benchmark.labels import BadLabels, Case, read_labels
from accessibility.benchmark.run import Seen, look_at
from accessibility.benchmark.score import Score, score
from accessibility.commands.base import CLEAN, COULD_NOT_RUN, Console
from accessibility.commands.page import add_engine_argument, engines_of
from accessibility.commands.registry import register_subcommand
from accessibility.reports.pages import CouldNotRun


@register_subcommand
class AuditBenchmark:
    """Prints detection and false alarms, for all engines together and for each alone, by folder."""

    name = "benchmark"
    help = "measure detection and false alarms on labelled pages"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the pages and their labels."""
        parser.add_argument("--root", required=True, metavar="DIR", help="folder of the pages")
        parser.add_argument("--labels", required=True, metavar="FILE", help="CSV with file, expected, wcag")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--limit", type=int, metavar="N", help="the first N pages only")
        add_engine_argument(parser)

    def run(self, options: dict[str, Any], console: Console) -> int:
        """Look at all pages and print the scores."""
        try:
            cases = read_labels(Path(options["labels"]))[: options["limit"]]
            engines = engines_of(options)
            seen = look_at(Path(options["root"]), cases, engines, console.progress)
        except (BadLabels, CouldNotRun) as error:
            raise CommandError(str(error), returncode=COULD_NOT_RUN) from error
        for line in lines(cases, seen, engines, as_json=options["format"] == "json"):
            console.out(line)
        return CLEAN


def lines(cases: list[Case], seen: Seen, engines: list[str], *, as_json: bool) -> list[str]:
    """Return one line a folder and set of engines, and one about pages that could not be looked at."""
    sets = {"all": engines} | ({name: [name] for name in engines} if len(engines) > 1 else {})
    scores = {
        (group, name): score([case for case in cases if case.group == group], seen.findings, chosen)
        for group in dict.fromkeys(case.group for case in cases)
        for name, chosen in sets.items()
    }
    if as_json:
        rows = [
            {"folder": group, "engines": name, **asdict(found), "found_share": round(found.found_share, 4)}
            for (group, name), found in scores.items()
        ]
        return [json.dumps({"scores": rows, "not_looked_at": seen.errors}, ensure_ascii=False)]
    text = [f"{group or '.'} {name}: {in_words(found)}" for (group, name), found in scores.items()]
    return [*text, f"{len(seen.errors)} of {len(cases)} pages could not be looked at."]


def in_words(found: Score) -> str:
    """Return a score for people."""
    parts = [f"found {found.found} of {found.failed} failed pages ({found.found_share:.1%})"]
    if found.approved:
        parts.append(f"of approved rules {found.approved_found} of {found.approved} ({found.approved_share:.1%})")
    if found.passed:
        parts.append(f"false alarms on {found.alarms} of {found.passed} passed pages ({found.alarm_share:.1%})")
    return ", ".join(parts)

"""``audit document [FILES...|--all|--collection X]``: one JSON object, row or paragraph a file on stdout."""

import json
import os
from argparse import ArgumentParser
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.core.management.base import CommandError
from wagtail.models import Collection

from accessibility.commands.base import CLEAN, COULD_NOT_RUN, FOUND, Console
from accessibility.commands.progress import Progress
from accessibility.commands.registry import register_subcommand
from accessibility.documents import batch
from accessibility.documents.base import Profile, Verdict
from accessibility.documents.plain import HEAD, lines_of, row_of
from accessibility.documents.verdict import as_contract
from core.services import write_csv
from library.models import CustomDocument

#: Stored answers are fetched for so many files at a time.
BATCH = 200
MOST_PROCS = 64


@register_subcommand
class AuditDocument:
    """Exit status 2 if any file could not be checked, else 1 if any failed, else 0.

    Each verdict is stored when it is there: run it again after it was stopped, and nothing is checked twice.
    """

    name = "document"
    help = "check files, or documents of the library; what was checked under today's rules is not checked again"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to check and how to print it."""
        parser.add_argument("files", nargs="*", metavar="FILE")
        parser.add_argument("--all", action="store_true", help="every document of the library")
        parser.add_argument("--collection", metavar="NAME|ID", help="a collection with all below it")
        parser.add_argument("--profile", choices=[p.value for p in Profile], default=Profile.WCAG.value)
        parser.add_argument("--format", choices=["text", "json", "csv"], default="text")
        parser.add_argument("--procs", type=int, default=os.cpu_count() or 1, help="files at a time (default: cores)")
        parser.add_argument("--retry", action="store_true", help="try again what could not be checked before")

    def run(self, options: dict[str, Any], console: Console) -> int:
        """Check, store and print."""
        if not 1 <= options["procs"] <= MOST_PROCS:
            raise CommandError(f"--procs is a number from 1 to {MOST_PROCS}.", returncode=COULD_NOT_RUN)
        items, profile, worst = items_for(options), Profile(options["profile"]), CLEAN
        progress = Progress(console, len(items))
        if options["format"] == "csv":
            console.out(csv_line(HEAD))
        for item, answer in answers(items, profile, options["procs"], progress, retry=options["retry"]):
            contract = as_contract(answer, profile)
            console.out(printed(item, contract, options["format"]))
            worst = max(worst, status(contract))
        progress.close()
        return worst


def items_for(options: dict[str, Any]) -> list[batch.Item]:
    """Return what to check. Raises CommandError unless exactly one way to choose was used."""
    ways = [bool(options["files"]), options["all"], options["collection"] is not None]
    if sum(ways) != 1:
        raise CommandError("Name files, or give --all, or --collection.", returncode=COULD_NOT_RUN)
    if options["files"]:
        return list(batch.from_paths(options["files"]))
    documents = CustomDocument._default_manager.all()
    if options["collection"] is not None:
        documents = documents.filter(
            collection__in=collection_called(options["collection"]).get_descendants(inclusive=True)
        )
    return list(batch.from_library(documents))


def collection_called(wanted: str) -> Collection:
    """Return a collection by its key or name. Raises CommandError that names those there are."""
    found = Collection.objects.filter(name=wanted)
    if wanted.isdecimal():
        found = found | Collection.objects.filter(pk=int(wanted))
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{c.pk} {c.name}" for c in (found or Collection.objects.all()))
    problem = "is the name of several collections" if found else "is no collection"
    raise CommandError(f"{wanted!r} {problem}. Give a number: {names}.", returncode=COULD_NOT_RUN)


def answers(
    items: list[batch.Item], profile: Profile, procs: int, progress: Progress, *, retry: bool
) -> Iterator[tuple[batch.Item, dict[str, Any]]]:
    """Yield each file with its answer: those that are known first. The same content is checked once."""
    waiting: dict[str, list[batch.Item]] = {}
    for start in range(0, len(items), BATCH):
        some = items[start : start + BATCH]
        hashes = {item.sha256 for item in some if item.sha256}
        if retry:
            batch.forget_unchecked(hashes, profile)
        known = batch.known_answers(hashes, profile)
        for item in some:
            if item.sha256 not in known:
                waiting.setdefault(item.sha256 or item.name, []).append(item)
                continue
            progress.known()
            yield item, known[item.sha256]
    for done in batch.check_all((same[0] for same in waiting.values()), profile, procs):
        answer = batch.keep(done, profile)
        for item in waiting[done.item.sha256 or done.item.name]:
            progress.new()
            yield item, answer


def printed(item: batch.Item, contract: dict[str, Any], form: str) -> str:
    """Return one answer in the form that was asked for."""
    if form == "text":
        return "\n".join(lines_of(item.name, contract))
    if form == "csv":
        return csv_line(row_of(item.name, contract))
    who = {"file": item.name} | ({"document": item.document} if item.document else {})
    # In ASCII: a name that the terminal's encoding has no letters for must not end the run.
    return json.dumps({**who, **contract})


def csv_line(row: tuple[object, ...]) -> str:
    """Return one row of CSV without its line end."""
    text = StringIO(newline="")
    write_csv([row], text)
    return text.getvalue().rstrip("\r\n")


def status(contract: dict[str, Any]) -> int:
    """Return the exit status for one file."""
    if "error" in contract:
        return COULD_NOT_RUN
    return FOUND if contract["verdict"] == Verdict.FAILED else CLEAN

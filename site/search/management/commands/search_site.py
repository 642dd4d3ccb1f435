"""``manage.py search_site "QUERY"``, or ``--queries FILE`` for one query a line."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.services import Result, find


class Command(BaseCommand):
    """Search as a resident does, and see why each result stands where it stands."""

    help = "Print ranked results: rank, type, title, address, score, why and number in the service list."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A query, or a file of them: the words before the first tab of each line; lines with # are passed over."""
        parser.add_argument("query", nargs="?", default="")
        parser.add_argument("--queries", type=Path, metavar="FILE", help="One query a line; prints one JSON line each.")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--limit", type=int, default=10)
        parser.add_argument("--language", default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found."""
        self.options = options
        if options["limit"] < 1:
            raise CommandError("--limit must be 1 or more.")
        if options["queries"]:
            for query in _queries(options["queries"]):
                self.stdout.write(json.dumps({"query": query, "results": self._rows(query)}, ensure_ascii=False))
        elif options["format"] == "json":
            self.stdout.write(json.dumps(self._rows(options["query"]), ensure_ascii=False, indent=2))
        else:
            for row in self._rows(options["query"]):
                self.stdout.write(
                    f"{row['rank']:>3}  {row['score']:.3f}  {row['title']}  [{row['type']}]  {row['url']}"
                )

    def _rows(self, query: str) -> list[dict[str, Any]]:
        found = find(query, self.options["language"], self.options["limit"])
        return [row(rank, result) for rank, result in enumerate(found.results, 1)]


def row(rank: int, result: Result) -> dict[str, Any]:
    """Return one result as the command prints it; ``lgsl_id`` is null for what is no service of that list."""
    entry = result.entry
    return {
        "rank": rank,
        "type": entry.kind_name,
        "title": entry.title,
        "url": entry.url,
        "score": round(result.why.score, 4),
        "why": result.why.as_dict(),
        "lgsl_id": str(entry.lgsl_id) if entry.lgsl_id else None,
    }


def _queries(file: Path) -> list[str]:
    """Return the queries of a file; CommandError with what to do where it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} cannot be read as UTF-8 text: {error}") from error
    return [line.partition("\t")[0].strip() for line in lines if line.strip() and not line.startswith("#")]

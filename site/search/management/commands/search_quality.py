"""``manage.py search_quality [FILE]``: how good search is, on a file of queries and on what editors judged."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.quality import HEAD, judged, labelled, measure, ours


class Command(BaseCommand):
    """Measure, and fail where a floor is not reached."""

    help = "Measure search on labelled queries (query, service numbers, class; tabs) and on those judged in the admin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A file of queries; without one, only judged queries are measured."""
        parser.add_argument("file", nargs="?", type=Path)
        parser.add_argument("--floor", type=float, default=0.0, help="Least success@5 of judged queries.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a table each."""
        if options["file"]:
            try:
                cases = list(labelled(options["file"]))
            except (OSError, UnicodeDecodeError) as error:
                raise CommandError(f"{options['file']} cannot be read as UTF-8 text: {error}") from error
            self._table(cases)
        known = judged()
        if not known:
            self.stdout.write("No query has been judged in the admin yet.")
            return
        reached = self._table(known)
        if reached < options["floor"]:
            raise CommandError(f"Judged queries reach success@5 {reached:.3f}, less than {options['floor']:.3f}.")

    def _table(self, cases: list[Any]) -> float:
        scores = measure(cases, ours)
        self.stdout.write("\n".join([HEAD, *(score.row() for score in scores)]))
        return scores[0].success_5 if scores else 0.0

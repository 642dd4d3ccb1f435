"""``manage.py insight_import complaints FILE.csv [--dry-run]``: registers and volumes from other systems."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from insight.sources.importing import Report, import_file
from insight.sources.shapes import SHAPES
from insight.sources.table import TableError


class Command(BaseCommand):
    """Import a CSV file into the insight store; the same file again changes nothing."""

    help = "Import complaints, compliments, FOI requests, member enquiries or contact volumes from a CSV file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the kind, the file, and whether to write."""
        parser.add_argument("kind", choices=sorted(SHAPES))
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="show what would change and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was done and each row that was left out; leave with 1 when there is one."""
        path: Path = options["file"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        try:
            report = import_file(options["kind"], content, name=path.name, dry_run=options["dry_run"])
        except TableError as error:
            raise CommandError(str(error)) from error
        self._tell(report, dry_run=options["dry_run"])
        if report.rejected:
            others = "Nothing is stored yet." if options["dry_run"] else "The others are stored."
            raise CommandError(f"{len(report.rejected)} rows were left out. {others}", returncode=1)

    def _tell(self, report: Report, *, dry_run: bool) -> None:
        for line, why in report.rejected:
            self.stdout.write(f"Line {line}: {why}")
        if report.warning:
            self.stdout.write(report.warning)
        did = "would be stored" if dry_run else "were stored"
        self.stdout.write(
            f"{report.rows} rows read ({report.encoding}): {report.new} facts {did}, {report.known} were known already."
        )

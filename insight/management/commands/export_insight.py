"""``manage.py export_insight [FOLDER]``: write the published tables now. The daily job does the same."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from insight.exports.folder import export_root
from insight.exports.write import export


class Command(BaseCommand):
    """Write CSV and Parquet with a manifest; what was there stays until the new export is whole."""

    help = "Write the published tables as CSV and Parquet with a manifest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder."""
        parser.add_argument("folder", nargs="?", type=Path, help="where to (else WAYMARK_INSIGHT_EXPORT_DIR)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print where it stands and how many rows each table has."""
        root: Path = options["folder"] or export_root()
        try:
            manifest = export(root)
        except OSError as error:
            reason = error.strerror or "the disk refused"
            raise CommandError(f"Nothing was exported to {root}: {reason}. The export before still stands.") from error
        for table in manifest["tables"]:
            self.stdout.write(f"{table['name']:<14}{table['rows']:>12,} rows")
        self.stdout.write(f"Exported to {root / manifest['folder']}.")
        if manifest["note"]:
            self.stderr.write(manifest["note"])

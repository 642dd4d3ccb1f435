"""``manage.py load_service_list FILE.csv``: the Local Government Service List as pages, to measure search on."""

import csv
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.services import rebuild
from services.services import publish_service_list

COLUMNS = {"Identifier", "Label", "Status", "Description"}


class Command(BaseCommand):
    """Publish the live services of the list under an area of their own. What is there already is brought up to date."""

    help = "Publish each live service of a Local Government Service List (CSV of esd standards) as a service page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, with the columns Identifier, Label, Status and Description."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish and index."""
        live = [row for row in _rows(options["file"]) if row["Status"].strip().lower() == "live"]
        publish_service_list((row["Identifier"].strip(), row["Label"].strip(), row["Description"]) for row in live)
        rebuild()
        self.stdout.write(f"{len(live)} services published.")


def _rows(file: Path) -> list[dict[str, str]]:
    """Return the rows; CommandError where the file cannot be read or has other columns."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"{file} cannot be read as CSV in UTF-8: {error}") from error
    missing = COLUMNS - set(rows[0] if rows else ())
    if missing:
        raise CommandError(f"{file} lacks the columns {', '.join(sorted(missing))}.")
    return rows

"""``manage.py insight_wards FILE.csv``: the council's list of postcodes and wards, for figures by ward."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from insight.models import PostcodeWard
from insight.sources.table import TableError, read

_POSTCODE = ("postcode", "pcds", "pcd", "pcd7", "pcd8")
_WARD = ("ward", "ward name", "wardname", "wd24nm", "wd23nm", "wd22nm")


class Command(BaseCommand):
    """Replace the list as a whole: what is not in the file any more is gone."""

    help = "Read which postcode lies in which ward, from a CSV with the columns postcode and ward."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Store the list and print how many postcodes and wards it has."""
        try:
            table = read(options["file"].read_bytes())
        except (OSError, TableError) as error:
            raise CommandError(str(error)) from error
        postcode, ward = (next((name for name in names if name in table.headings), "") for names in (_POSTCODE, _WARD))
        if not postcode or not ward:
            raise CommandError("The file needs the columns postcode and ward. Nothing was changed.")
        rows = list(table.rows())
        faults = [row.line for row in rows if row.fault or not row.cells[postcode] or not row.cells[ward]]
        if faults or not rows:
            lines = ", ".join(map(str, faults[:20])) or "none"
            raise CommandError(f"These lines cannot be read: {lines}. Nothing was changed.")
        found = {PostcodeWard.tidied(row.cells[postcode]): row.cells[ward][:80] for row in rows}
        with transaction.atomic():
            PostcodeWard.objects.all().delete()
            PostcodeWard.objects.bulk_create(
                [PostcodeWard(postcode=code, ward=name) for code, name in found.items()], batch_size=500
            )
        self.stdout.write(f"{len(found)} postcodes in {len({*found.values()})} wards.")

"""``manage.py insight_wards FILE.csv``: the council's list of postcodes, for figures by ward and by deprivation."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from insight.models import PostcodeWard
from insight.sources.cells import RowError, count
from insight.sources.table import Row, TableError, read

_POSTCODE = ("postcode", "pcds", "pcd", "pcd7", "pcd8")
_WARD = ("ward", "ward name", "wardname", "wd24nm", "wd23nm", "wd22nm")
#: Not "imd" alone: in the national lists of postcodes that is the rank.
_DECILE = (
    "imd_decile",
    "imd decile",
    "index of multiple deprivation decile",
    "index of multiple deprivation (imd) decile",
    "index of multiple deprivation (imd) decile (where 1 is most deprived 10% of lsoas)",
    "deprivation decile",
    "deprivation",
)
_MOST = 10


class Command(BaseCommand):
    """Replace the list as a whole: what is not in the file any more is gone."""

    help = "Read a CSV with the columns postcode, ward and, if you like, imd_decile (1, most deprived, to 10)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Store the list and print how many postcodes and wards it has, and how many deciles."""
        try:
            table = read(options["file"].read_bytes())
        except (OSError, TableError) as error:
            raise CommandError(str(error)) from error
        postcode, ward, decile = (
            next((name for name in names if name in table.headings), "") for names in (_POSTCODE, _WARD, _DECILE)
        )
        if not postcode or not ward:
            raise CommandError("The file needs the columns postcode and ward. Nothing was changed.")
        rows = list(table.rows())
        faults = [row.line for row in rows if row.fault or not row.cells[postcode] or not row.cells[ward]]
        if faults or not rows:
            raise CommandError(f"These lines cannot be read: {_told(faults)}. Nothing was changed.")
        deciles = _deciles(rows, decile)
        found = {
            code: PostcodeWard(postcode=code, ward=row.cells[ward][:80], decile=of_area)
            for row, of_area in zip(rows, deciles, strict=True)
            for code in [PostcodeWard.tidied(row.cells[postcode])]
        }
        with transaction.atomic():
            PostcodeWard.objects.all().delete()
            PostcodeWard.objects.bulk_create(found.values(), batch_size=500)
        known = sum(row.decile is not None for row in found.values())
        deprivation = f" The deprivation of {known} is known." if decile else ""
        self.stdout.write(f"{len(found)} postcodes in {len({row.ward for row in found.values()})} wards.{deprivation}")


def _deciles(rows: Sequence[Row], column: str) -> list[int | None]:
    """Return each row's decile, None where its cell is empty or there is no ``column``. Raises CommandError."""
    found, faults = [], []
    for row in rows:
        try:
            found.append(_decile(row.cells[column]) if column else None)
        except RowError:
            faults.append(row.line)
    if faults:
        words = "On these lines the decile of deprivation is no whole number from 1 to 10: "
        raise CommandError(f"{words}{_told(faults)}. Nothing was changed.")
    return found


def _decile(cell: str) -> int | None:
    """Return a cell's decile. Raises RowError."""
    decile = count(cell, "decile") if cell else None
    if decile is not None and not 1 <= decile <= _MOST:
        raise RowError(f"The decile is not from 1 to {_MOST}.")
    return decile


def _told(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:20])) or "none"

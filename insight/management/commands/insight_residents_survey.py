"""``manage.py insight_residents_survey FILE.csv --title T --source S``: the yearly survey beside the panel's."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insight.models import PanelSurvey
from insight.sources.table import TableError, read

COLUMNS = ("question", "answer", "people")


class Command(BaseCommand):
    """Import a table of counts; the same title again replaces what was imported before."""

    help = "Import the counts of a residents' survey: a CSV with the columns question, answer, people and per_cent."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and what it is called."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--title", required=True)
        parser.add_argument("--source", required=True, help="who made the survey, when and how")
        parser.add_argument("--intro", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """Store the table and print how many questions it has."""
        try:
            table = read(options["file"].read_bytes())
            rows = list(table.rows())
        except (OSError, TableError) as error:
            raise CommandError(str(error)) from error
        missing = [name for name in COLUMNS if name not in table.headings]
        if missing:
            raise CommandError(f"The file has no column {', '.join(missing)}. Nothing was imported.")
        faults = [row.line for row in rows if row.fault or not row.cells["people"].isdecimal()]
        if faults:
            raise CommandError(f"These lines cannot be read: {', '.join(map(str, faults))}. Nothing was imported.")
        questions = results_of([row.cells for row in rows])
        n = max((sum(row[1] for row in question["rows"]) for question in questions), default=0)
        values = {
            "intro": options["intro"], "source": options["source"][:160], "closes_on": timezone.localdate(), "size": n,
            "published_on": timezone.localdate(),
            "results": {"n": n, "effective": n, "silent": [], "questions": questions},
        }  # fmt: skip
        PanelSurvey.objects.update_or_create(title=options["title"][:120], source=values["source"], defaults=values)
        self.stdout.write(f"{len(questions)} questions imported.")


def results_of(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Return the questions in the file's order; per cent as the source gives them, else worked out from its counts."""
    questions: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        questions.setdefault(row["question"], []).append(row)
    return [{"text": text, "rows": _rows(listed)} for text, listed in questions.items()]


def _rows(listed: list[dict[str, str]]) -> list[list[Any]]:
    whole = sum(int(row["people"]) for row in listed) or 1
    return [[row["answer"], int(row["people"]), _per_cent(row, whole)] for row in listed]


def _per_cent(row: dict[str, str], whole: int) -> int:
    given = row.get("per_cent", "").rstrip("%").strip()
    return round(float(given) if given.replace(".", "", 1).isdecimal() else 100 * int(row["people"]) / whole)

"""``manage.py ask_insight "SELECT ..."``: an analyst's question to the newest export."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.services import write_csv
from insight.exports.ask import QuestionError, ask


class Command(BaseCommand):
    """Answer one SELECT from the exported Parquet files with DuckDB."""

    help = "Answer a question in SQL from the newest export; tables are those of its manifest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the question."""
        parser.add_argument("question", type=str)
        parser.add_argument("--folder", type=Path, help="where the export stands (else WAYMARK_INSIGHT_EXPORT_DIR)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the answer as CSV, and on the error stream of which moment it tells."""
        try:
            answer = ask(options["question"], options["folder"])
        except QuestionError as error:
            raise CommandError(str(error)) from error
        write_csv([answer.columns, *answer.rows], self.stdout)  # type: ignore[arg-type] # written to like a text file
        self.stderr.write(f"{len(answer.rows)} rows from the export of {answer.made_at}.")

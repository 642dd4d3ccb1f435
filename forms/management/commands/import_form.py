"""``manage.py import_form FILE``: make a draft form from a definition of another system, with a loss report."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from forms.exchange.base import RefusedError
from forms.exchange.places import parent_of
from forms.exchange.service import Given, make_page, read_definition
from forms.exchange.telling import as_json, as_text, refusal_as_json, refusal_as_text


class Command(BaseCommand):
    """Exit code 1 when the file is refused; then nothing was stored."""

    help = "Import a form definition (XGov and DEFRA form builder, GOV.UK Forms, Waymark) as a draft."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--parent", help="slug of the page below which the form is made; else the home page")
        parser.add_argument(
            "--publish", action="store_true", help="publish it; needs a promise, a team, a privacy notice"
        )
        parser.add_argument("--promise", default="", help="name of a service promise")
        parser.add_argument("--team", default="", help="name of the team that owns the form")
        parser.add_argument("--privacy", default="", help="the privacy notice")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how the report is written")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import one file."""
        wants_json = options["format"] == "json"
        try:
            reading = read_definition(_bytes(options["file"]))
            given = Given(options["promise"], options["team"], options["privacy"])
            page = make_page(reading, parent_of(options["parent"]), given, publish=options["publish"])
        except RefusedError as refusal:
            if not wants_json:
                raise CommandError(refusal_as_text(refusal)) from None
            self.stdout.write(json.dumps(refusal_as_json(refusal), indent=2, ensure_ascii=False))
            sys.exit(1)
        report = (
            json.dumps(as_json(reading, page), indent=2, ensure_ascii=False) if wants_json else as_text(reading, page)
        )
        self.stdout.write(report)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}") from None

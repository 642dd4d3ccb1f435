"""``manage.py draft_form FILE.docx|FILE.pdf``: make a draft form out of a form document, every question to confirm."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from forms.exchange.base import RefusedError
from forms.exchange.drafting.draft import draft
from forms.exchange.places import parent_of
from forms.exchange.service import draft_page
from forms.exchange.telling import refusal_as_json, refusal_as_text


class Command(BaseCommand):
    """The file is read in the sealed process. Exit code 1 when it is refused; then nothing was stored."""

    help = "Draft an online form from a Word or PDF form."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--parent", help="slug of the page below which the form is made; else the home page")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how the result is written")

    def handle(self, *args: Any, **options: Any) -> None:
        """Draft one form."""
        try:
            with options["file"].open("rb") as file:
                drafted = draft(file, options["file"].name)
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}") from None
        except RefusedError as refusal:
            if options["format"] == "text":
                raise CommandError(refusal_as_text(refusal)) from None
            self.stdout.write(json.dumps(refusal_as_json(refusal), indent=2, ensure_ascii=False))
            sys.exit(1)
        page = draft_page(drafted, parent_of(options["parent"]))
        told = {"page": {"id": page.pk, "slug": page.slug, "title": page.title}, "questions": drafted.guesses}
        if options["format"] == "json":
            self.stdout.write(json.dumps({**told, "notes": drafted.notes}, indent=2, ensure_ascii=False))
            return
        for guess in drafted.guesses:
            self.stdout.write(f"{guess['kind']:<12}{guess['label']}")
        for note in drafted.notes:
            self.stdout.write(f"- {note}")
        self.stdout.write(f"{page.slug}")

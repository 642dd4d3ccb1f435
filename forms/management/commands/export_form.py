"""``manage.py export_form SLUG``: write a form as Waymark's own JSON, which ``import_form`` reads without loss."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from forms.exchange.contrib.waymark.document import export
from forms.models import FormPage


class Command(BaseCommand):
    """Prints the newest draft of the form."""

    help = "Export a form as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("slug")
        parser.add_argument("--locale", default="en", help="language of the form")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one form."""
        page = FormPage.objects.filter(slug=options["slug"], locale__language_code=options["locale"]).first()
        if page is None:
            raise CommandError(f"There is no form with the slug {options['slug']} in {options['locale']}.")
        newest = page.get_latest_revision_as_object()
        self.stdout.write(json.dumps(export(newest), indent=2, ensure_ascii=False))

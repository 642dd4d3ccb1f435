"""``manage.py insight_key SYSTEM [--end]``: make or end the key with which another system sends events."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_slug

from insight.models import SourceKey


class Command(BaseCommand):
    """Make a key and show it once, or end it."""

    help = "Make the key with which another system sends events to the API. It is shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the system's name."""
        parser.add_argument("system", type=str)
        parser.add_argument("--end", action="store_true", help="let the key open nothing any more")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the key, or that it has ended."""
        name = options["system"]
        validate_slug(name)
        if not options["end"]:
            self.stdout.write(SourceKey.issue(name))
            return
        key = SourceKey.objects.filter(name=name).first()
        if key is None:
            raise CommandError(f"There is no key of {name}.")
        key.end()
        self.stdout.write(f"The key of {name} has ended.")

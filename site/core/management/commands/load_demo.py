"""``manage.py load_demo``: the content and accounts of the demonstration site."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.demo.run import DemoRefusedError, load_all


class Command(BaseCommand):
    """Load what is missing."""

    help = "Load the demonstration site. Safe to run again: it changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line a room."""
        try:
            for name, seconds in load_all():
                self.stdout.write(f"Demo content: {name} ({seconds:.1f} s)")
        except (DemoRefusedError, ValueError) as error:
            raise CommandError(str(error)) from error

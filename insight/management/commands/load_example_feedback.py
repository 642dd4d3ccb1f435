"""``manage.py load_example_feedback``: a year of made-up answers, so that a demonstration's boards show something."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from insight.demo.feedback import load_year


class Command(BaseCommand):
    """Refused on a real site: figures that nobody gave would be published there."""

    help = "Add a year of made-up answers to the demonstration site. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many events were added."""
        if not settings.WAYMARK_DEMO:
            raise CommandError("This is no demonstration: made-up answers would be published as its residents'.")
        self.stdout.write(f"{load_year()} events were added.")

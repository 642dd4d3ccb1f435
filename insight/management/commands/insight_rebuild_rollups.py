"""``manage.py insight_rebuild_rollups``: count all events again. Safe to run while residents rate pages."""

from typing import Any

from django.core.management.base import BaseCommand

from insight.recording.rebuild import rebuild


class Command(BaseCommand):
    """Make the daily roll-ups again from the events."""

    help = "Count all stored events again and replace the daily roll-ups with the result."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many rows there are now."""
        self.stdout.write(f"{rebuild()} daily roll-ups counted again.")

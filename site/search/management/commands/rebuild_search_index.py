"""``manage.py rebuild_search_index``."""

from typing import Any

from django.core.management.base import BaseCommand

from search.models import SearchEntry
from search.services import rebuild

#: Signs of the whole bar.
WIDTH = 40


class Command(BaseCommand):
    """Write the whole index anew, while it keeps answering."""

    help = "Write the search index anew from all that is live. The old one answers until each row is replaced."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild with a bar on a terminal, and say what changed."""
        self.expected = SearchEntry.objects.count()
        written, removed = rebuild(self._show if self.stderr.isatty() else None)
        self.stdout.write(f"{written} entries written, {removed} removed.")

    def _show(self, done: int) -> None:
        """Draw the bar; before the first run nobody knows how many there will be, so it only counts."""
        if self.expected:
            filled = min(WIDTH, done * WIDTH // self.expected)
            self.stderr.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done}", ending="")
        else:
            self.stderr.write(f"\r{done}", ending="")

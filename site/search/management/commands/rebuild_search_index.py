"""``manage.py rebuild_search_index``."""

from typing import Any

from django.core.management.base import BaseCommand

from search.services import rebuild


class Command(BaseCommand):
    """Write the whole index anew, while it keeps answering."""

    help = "Write the search index anew from the live pages. The old one answers until each row is replaced."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, and say what changed."""
        written, removed = rebuild()
        self.stdout.write(f"{written} entries written, {removed} removed.")

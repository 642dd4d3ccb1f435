"""Set-up of the search room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "search"

    def ready(self) -> None:
        """Listen for pages that appear, change, move, hide or go."""
        from search import signals

        signals.connect()

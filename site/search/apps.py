"""Set-up of the search room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "search"

    def ready(self) -> None:
        """Know pages and documents, and listen for whatever appears, changes, moves, hides or goes."""
        from core.services import register_findable
        from search import signals
        from search.index import documents, pages

        register_findable(pages.SOURCE)
        register_findable(documents.SOURCE)
        signals.connect()

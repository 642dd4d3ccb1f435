"""Set-up of the search room."""

from datetime import timedelta

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "search"

    def ready(self) -> None:
        """Know pages and documents, and listen for whatever appears, changes, moves, hides or goes."""
        from core.services import register_findable, register_job
        from search import signals
        from search.index import documents, pages
        from search.index.demand import update_demand
        from search.index.rebuild import rebuild

        register_findable(pages.SOURCE)
        register_findable(documents.SOURCE)
        signals.connect()
        register_job("search.demand", timedelta(days=1), update_demand)
        # Heals what a signal missed, and gives a meaning to what was written while the model was missing.
        register_job("search.rebuild", timedelta(days=1), rebuild, lease=timedelta(hours=1))

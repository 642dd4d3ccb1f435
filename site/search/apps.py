"""Set-up of the search room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "search"

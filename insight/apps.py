"""Set-up of the insight room."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "insight"

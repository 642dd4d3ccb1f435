"""Set-up of the home room."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "home"

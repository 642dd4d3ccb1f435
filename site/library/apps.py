"""Set-up of the library room."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "library"

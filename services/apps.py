"""Set-up of the services room."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "services"

"""Set-up of the accessibility room."""

from django.apps import AppConfig


class AccessibilityConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "accessibility"

"""Set-up of the translation room."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "translation"

"""Set-up of the translation room."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """Gives every public page its language switcher and its links for search engines."""

    name = "translation"

    def ready(self) -> None:
        """Register the template globals and the demo's translations."""
        from core.services import register_demo
        from core.templating import register_global
        from translation.demo.loader import load
        from translation.switcher import hreflang_links, language_links

        register_global("language_links", language_links)
        register_global("hreflang_links", hreflang_links)
        register_demo("translation", load, after=["home", "services", "forms"])

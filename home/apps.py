"""Set-up of the home room."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "home"

    def ready(self) -> None:
        """Register the demo's home page: pages of information before the services, texts after them."""
        from core.services import register_demo
        from home.demo.loader import load_home, load_standard

        register_demo("standard", load_standard, after=["core"])
        register_demo("home", load_home, after=["standard", "services"])

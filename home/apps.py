"""Set-up of the home room."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "home"

    def ready(self) -> None:
        """Register the demo's home page (pages of information before the services, texts after), and a footer link."""
        from core.services import register_demo, register_footer_link
        from home.demo.loader import load_home, load_standard
        from home.demo.ox_place import load as load_ox_place
        from home.footer import said_and_done

        register_demo("standard", load_standard, after=["core"])
        register_demo("home", load_home, after=["standard", "services"])
        register_demo("ox-place", load_ox_place, after=["home", "frame"])
        register_footer_link("results", said_and_done)

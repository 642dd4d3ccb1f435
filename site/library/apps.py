"""Set-up of the library room."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Documents, images and videos: how they come in, are kept and go out."""

    name = "library"

    def ready(self) -> None:
        """Register the demo content."""
        from core.services import register_demo
        from library.demo.loader import load

        register_demo("library", load, after=["core"])

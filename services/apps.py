"""Set-up of the services room."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "services"

    def ready(self) -> None:
        """Hold back how-to videos that somebody could not follow; register the demo's services."""
        from core.services import register_demo, register_gate

        from services.demo.loader import load
        from services.gate import video_findings

        register_gate("services.video", video_findings)
        register_demo("services", load, after=["core", "library", "forms", "standard"])

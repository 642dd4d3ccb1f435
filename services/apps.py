"""Set-up of the services room."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "services"

    def ready(self) -> None:
        """Hold back how-to videos that somebody could not follow."""
        from core.services import register_gate

        from services.gate import video_findings

        register_gate("services.video", video_findings)

"""Set-up of the services room."""

from django.apps import AppConfig
from django.core.signals import request_started


class ServicesConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "services"

    def ready(self) -> None:
        """Hold back how-to videos that somebody could not follow; give templates and the demo what they need."""
        from core.services import register_demo, register_gate
        from core.templating import register_global
        from services.demo.loader import load
        from services.gate import video_findings
        from services.known_pages import forget
        from services.links import page_links

        request_started.connect(forget, dispatch_uid="services.known_pages")
        register_global("page_links", page_links)
        register_gate("services.video", video_findings)
        register_demo("services", load, after=["core", "library", "forms", "standard"])

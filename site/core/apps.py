"""The frame that every page stands in."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared ground: pages, accounts, security, outbox, schedule, messages, audit and publishing."""

    name = "core"
    verbose_name = "Frame"

    def ready(self) -> None:
        """Register system checks and scheduled jobs."""
        from core import checks, ground_checks, kept  # noqa: F401 - importing the checks registers them
        from core.frame import register_frame
        from core.security import sessions  # noqa: F401 - its clocks start when somebody signs in
        from core.wiring import register_ground

        register_ground()
        register_frame()
        kept.connect()

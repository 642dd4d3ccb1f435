"""What the statement puts into registries; ``AccessibilityConfig.ready`` calls it once."""

from datetime import timedelta

from core.services import register_footer_link, register_job


def connect() -> None:
    """Link it from the foot of every page, and ask for its yearly review."""
    from accessibility.statement.signing import remind
    from accessibility.statement.views import footer_link

    register_footer_link("help", footer_link)
    register_job("accessibility.statement", timedelta(days=1), remind)

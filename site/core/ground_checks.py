"""System checks of the shared ground: message suppliers and demo content."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from core.checks import is_production
from core.messages_out.registry import channels_without_backend


@register()
def message_backends(**_options: Any) -> list[CheckMessage]:
    """``core.E010``: each channel of WAYMARK_MESSAGE_BACKENDS must name a backend that exists."""
    return [
        Error(
            f"WAYMARK_MESSAGE_BACKENDS names no backend for {channel!r}.",
            hint="For example {'mail': 'django', 'sms': 'file', 'letter': 'file'}.",
            id="core.E010",
        )
        for channel in channels_without_backend()
    ]


@register(Tags.security)
def demo_content(**_options: Any) -> list[CheckMessage]:
    """``core.E011``: accounts with a printed password cannot be made in production."""
    if not settings.WAYMARK_DEMO_CONTENT or not is_production():
        return []
    return [
        Error(
            "WAYMARK_DEMO_CONTENT is on under production settings.",
            hint="Remove it: 'manage.py load_demo' makes accounts whose password everybody knows.",
            id="core.E011",
        )
    ]

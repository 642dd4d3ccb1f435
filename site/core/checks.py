"""System checks of the frame's own settings."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from core.messages_out.registry import channels_without_backend


@register()
def message_backends(**_kwargs: Any) -> list[CheckMessage]:
    """``core.E010``: each channel of WAYMARK_MESSAGE_BACKENDS must name a backend that exists."""
    return [
        Error(
            f"WAYMARK_MESSAGE_BACKENDS names no backend for {channel!r}.",
            hint="For example {'mail': 'django', 'sms': 'file', 'letter': 'file'}.",
            id="core.E010",
        )
        for channel in channels_without_backend()
    ]

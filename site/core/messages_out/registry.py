"""Which backends there are for each channel, and which one the settings choose."""

from django.conf import settings

from core.messages_out.base import MessageBackend
from core.models import OutgoingMessage

_backends: dict[tuple[str, str], type[MessageBackend]] = {}


def register_backend(name: str, backend: type[MessageBackend], *, channels: tuple[str, ...]) -> None:
    """Offer ``backend`` under ``name`` for ``channels``; a second one of that name and channel is a ValueError."""
    for channel in channels:
        if (channel, name) in _backends:
            raise ValueError(f"The channel {channel!r} has a backend named {name!r} already.")
        _backends[channel, name] = backend


def backend_for(channel: str) -> MessageBackend:
    """Return the backend that ``WAYMARK_MESSAGE_BACKENDS`` names for ``channel``; LookupError if there is none."""
    name = settings.WAYMARK_MESSAGE_BACKENDS.get(channel, "")
    try:
        return _backends[channel, name]()
    except KeyError:
        raise LookupError(f"There is no message backend {name!r} for {channel!r}.") from None


def channel_works(channel: str) -> bool:
    """Return whether somebody can send on ``channel`` now: a supplier without an account cannot."""
    try:
        return backend_for(channel).ready(channel)
    except LookupError:
        return False


def channels_without_backend() -> list[str]:
    """Return the channels whose setting names no backend; a system check reports them."""
    chosen = settings.WAYMARK_MESSAGE_BACKENDS
    return [channel for channel in OutgoingMessage.Channel.values if (channel, chosen.get(channel)) not in _backends]

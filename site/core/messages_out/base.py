"""What a supplier of messages must do."""

from abc import ABC, abstractmethod

from core.messages_out.message import Message
from core.outbox.outcome import Outcome


class MessageBackend(ABC):
    """One way to send. A new supplier is one subclass in ``contrib/`` and one line in the registry."""

    @abstractmethod
    def send(self, message: Message) -> Outcome:
        """Hand over ``message`` within a minute; raise or return Retry on an outage, Rejected on a refusal."""

    def ready(self, channel: str) -> bool:  # noqa: ARG002 - suppliers with an account per channel look at it
        """Return whether it can send on ``channel``; a supplier without an account says no."""
        return True

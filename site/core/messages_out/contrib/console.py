"""Messages on the console, for developers."""

import sys

from core.messages_out.base import MessageBackend
from core.messages_out.contrib.files import as_text
from core.messages_out.message import Message
from core.outbox.outcome import Done, Outcome


class ConsoleMessages(MessageBackend):
    """Prints; nothing leaves the machine."""

    def send(self, message: Message) -> Outcome:
        """Print the message between two lines."""
        sys.stdout.write(f"{'-' * 60}\n{as_text(message)}{'-' * 60}\n")
        sys.stdout.flush()
        return Done()

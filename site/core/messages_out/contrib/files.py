"""Messages as files in ``VAR_DIR/messages``: for trying things out, or for a printer that fetches letters."""

from pathlib import Path

from django.conf import settings

from core.messages_out.base import MessageBackend
from core.messages_out.message import Message
from core.outbox.outcome import Done, Outcome


class FileMessages(MessageBackend):
    """Exactly once: the file is named after the message, so a repeat writes the same file again."""

    def send(self, message: Message) -> Outcome:
        """Write ``<channel>-<id>.txt``, which is there as a whole or not at all."""
        folder = Path(settings.VAR_DIR) / "messages"
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        file = folder / f"{message.channel}-{message.id}.txt"
        part = file.with_suffix(".part")
        part.touch(mode=0o640)
        part.write_text(as_text(message), encoding="utf-8")
        part.replace(file)
        return Done(file.name)


def as_text(message: Message) -> str:
    """Return the message as plain text."""
    return f"{message.channel}\n\n{message.to}\n\n{message.subject}\n\n{message.body}\n"

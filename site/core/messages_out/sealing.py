"""The personal parts of a message, sealed to their row and column."""

import json

from core.crypto import seal, unseal
from core.messages_out.message import Message
from core.models import OutgoingMessage


def context(field: str, message_id: object) -> str:
    """Return what binds a sealed value to its place."""
    return f"core_outgoingmessage.{field}:{message_id}"


def place_of(field: str, row: OutgoingMessage) -> str:
    """Return the place of a stored row's sealed column."""
    return context(field, row.pk)


def sealed_parts(message: Message) -> dict[str, bytes]:
    """Return the sealed columns ``recipient`` and ``contents``."""
    contents = json.dumps([message.subject, message.body, message.html]).encode()
    return {
        "recipient": seal(message.to.encode(), context=context("recipient", message.id)),
        "contents": seal(contents, context=context("contents", message.id)),
    }


def opened(row: OutgoingMessage) -> Message:
    """Return the message of a row; a row that was moved or changed does not open."""
    to = unseal(bytes(row.recipient), context=context("recipient", row.pk)).decode()
    contents = unseal(bytes(row.contents), context=context("contents", row.pk))
    subject, body, html = json.loads(contents)
    return Message(str(row.pk), row.channel, to, subject, body, html)

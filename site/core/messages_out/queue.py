"""Put a message into the outbox, deliver it from there, and forget what it said."""

import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from django.db.models import Q
from django.utils import timezone

from core.messages_out.message import InvalidMessageError, Message
from core.messages_out.registry import backend_for
from core.messages_out.sealing import opened, sealed_parts
from core.models import OutgoingMessage
from core.outbox.outcome import Outcome, Rejected

#: How long the words of a message are kept after it arrived, and after it was given up.
KEPT_DELIVERED = timedelta(days=1)
KEPT_DEAD = timedelta(days=28)
KEY_LENGTH = 200


def queue_message(
    *,
    channel: Literal["mail", "sms", "letter"],
    to: str,
    subject: str,
    body: str,
    idempotency_key: str,
    html: str = "",
) -> OutgoingMessage:
    """Store a message in the caller's transaction; it leaves after commit, and never if that rolls back.

    The same ``idempotency_key`` gives the row that is there and queues nothing. ``subject`` travels unsealed through
    mail servers: put no personal data in it. ``to`` is an address, a phone number or the lines of a postal address.
    Raises InvalidMessageError, whose text is a code, for a wrong recipient, a line break in a header or an empty body.
    """
    row_id = uuid.uuid4()
    message = Message(str(row_id), channel, to.strip() if channel == "letter" else to, subject, body, html)
    message.check()
    if not 0 < len(idempotency_key) <= KEY_LENGTH:
        raise InvalidMessageError("idempotency_key")
    row, _created = OutgoingMessage.objects.get_or_create(
        idempotency_key=idempotency_key, defaults={"id": row_id, "channel": channel, **sealed_parts(message)}
    )
    return row


def deliver_message(row: OutgoingMessage) -> Outcome:
    """Hand a row to the backend of its channel."""
    if row.erased_at:
        return Rejected("erased")
    message = opened(row)
    try:
        message.check()
    except InvalidMessageError as error:
        return Rejected(str(error))
    return backend_for(row.channel).send(message)


def hand_over(message: Message) -> Outcome:
    """Send at once what a row of a room's own outbox says: it is composed when it leaves, and never stored.

    Called from that outbox's delivery only. ``message.id`` must be the row's id, the same on each try.
    """
    try:
        message.check()
    except InvalidMessageError as error:
        return Rejected(str(error))
    return backend_for(message.channel).send(message)


def erase_old_messages() -> int:
    """Blank recipient and contents of messages that are done with, and return how many."""
    now = timezone.now()
    done_with = Q(delivered_at__lte=now - KEPT_DELIVERED) | Q(dead_at__lte=now - KEPT_DEAD)
    old = OutgoingMessage.objects.filter(done_with, erased_at=None)
    return old.update(recipient=b"", contents=b"", erased_at=now)


def erase_messages(rows: Iterable[OutgoingMessage]) -> int:
    """Blank recipient and contents now, also of messages that wait: those are not sent. Return how many."""
    now = timezone.now()
    keys = [row.pk for row in rows if row.erased_at is None]
    OutgoingMessage.objects.filter(pk__in=keys, delivered_at=None, dead_at=None).update(
        dead_at=now, last_error="erased"
    )
    return OutgoingMessage.objects.filter(pk__in=keys).update(recipient=b"", contents=b"", erased_at=now)


def message_words(row: OutgoingMessage) -> tuple[str, str]:
    """Return subject and text of a message that is not erased yet, for the person it was sent to."""
    message = opened(row)
    return message.subject, message.body

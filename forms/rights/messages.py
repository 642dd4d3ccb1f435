"""The messages that were queued about a request: found by their keys, since recipient and words are sealed."""

from collections.abc import Iterator

from core.models import OutgoingMessage
from core.services import message_words
from forms.models import Submission

#: How the keys of messages to staff begin: they are not the resident's.
TO_STAFF = ("forms.team:", "forms.escalation:", "forms.answered:")


def keys_of(submission: Submission) -> list[str]:
    """Return the idempotency keys of all messages about a request."""
    events = submission.events.values_list("pk", flat=True)
    questions = list(submission.casequestions.values_list("pk", flat=True))
    escalations = submission.escalations.values_list("pk", flat=True)
    deliveries = submission.deliveries.values_list("idempotency_key", flat=True)
    return [
        f"forms.receipt:{submission.pk}",
        *(f"forms.update:{pk}" for pk in events),
        *(f"forms.question:{pk}" for pk in questions),
        *(f"forms.answered:{pk}" for pk in questions),
        *(f"forms.escalation:{pk}:{submission.pk}" for pk in escalations),
        *(f"forms.team:{key}" for key in deliveries),
    ]


def messages_of(submission: Submission) -> list[OutgoingMessage]:
    """Return them, texted receipts too."""
    known = OutgoingMessage.objects.filter(idempotency_key__in=keys_of(submission))
    texted = OutgoingMessage.objects.filter(idempotency_key__startswith=f"forms.receipt-sms:{submission.pk}:")
    return [*known, *texted]


def words_of(submission: Submission) -> Iterator[dict[str, str]]:
    """Yield what was sent and is not forgotten yet; messages to staff are not the person's."""
    for row in messages_of(submission):
        if row.erased_at is None and not _is_to_staff(row):
            subject, body = message_words(row)
            yield {"at": row.created_at.isoformat(), "channel": row.channel, "subject": subject, "text": body}


def refused_of(submission: Submission) -> list[OutgoingMessage]:
    """Return messages to the resident that will never arrive, such as to an address that does not exist."""
    refused = [row for row in messages_of(submission) if row.dead_at and row.last_error != "erased"]
    return [row for row in refused if not _is_to_staff(row)]


def _is_to_staff(row: OutgoingMessage) -> bool:
    return row.idempotency_key.startswith(TO_STAFF)

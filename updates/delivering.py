"""Deliver one row of this room's outbox: compose the message for its reader as things stand now, and hand it over."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import override

from core.services import Done, Message, Outcome, RecipientRefused, Rejected, hand_over
from updates import refusals
from updates.items import item_of
from updates.letters import Letter, message_for, subject_of
from updates.models import Newsletter, Notice, Sending, Subscriber
from updates.models.sending import IN_DOUBT
from updates.newsletters import frozen_letter


class LeaseLostError(RuntimeError):
    """Another worker holds the row by now, and sends it."""


def deliver(row: Sending) -> Outcome:
    """Send it; who stopped meanwhile, and news that is no longer true or public, are refused with a code."""
    if row.handed_at:
        return Rejected(IN_DOUBT)
    reader = row.subscriber
    if reader is None or reader.confirmed_at is None:
        return Rejected("stopped")
    with override(reader.language):
        letter = letter_of(row, reader)
        if letter is None:
            return Rejected("nothing-to-say")
        outcome = hand_over_once(row, message_for(reader, reader.opened(), letter, str(row.pk)))
    if isinstance(outcome, RecipientRefused):
        refusals.note(reader, outcome.code)
    return outcome


def hand_over_once(row: Sending, message: Message) -> Outcome:
    """Hand it over, with a mark on the row from the moment on at which the server may have it until it says it has not.

    A worker that is killed in that moment leaves the mark, and nobody sends the message again.
    """
    outcome: Outcome | None = None
    try:
        outcome = hand_over(replace(message, about_to=lambda: _mark(row)))
        return outcome
    finally:
        if row.handed_at and not isinstance(outcome, Done):
            Sending.objects.filter(pk=row.pk, lease_owner=row.lease_owner).update(handed_at=None)


def _mark(row: Sending) -> None:
    now = timezone.now()
    mine = Sending.objects.filter(pk=row.pk, lease_owner=row.lease_owner, handed_at=None)
    if not mine.update(handed_at=now):
        raise LeaseLostError
    row.handed_at = now


def letter_of(row: Sending, reader: Subscriber) -> Letter | None:
    """Return what there is to say to ``reader`` in the active language; None when there is nothing any more."""
    if row.notice and row.notice.event == "newsletter":
        newsletter = Newsletter.objects.filter(notice=row.notice).first()
        wanted = reader.follows.filter(kind="newsletter").exists()
        return frozen_letter(newsletter) if newsletter and wanted else None
    notices = [row.notice] if row.notice else [told.notice for told in row.told.select_related("notice")]
    followed = set(reader.follows.values_list("kind", "key"))
    held = [notice for notice in notices if notice.event == "gone" or _follows(followed, notice)]
    items = [item for item in map(item_of, held) if item]
    if not items:
        return None
    topic = _topic(followed, held[0]) if len(held) == 1 else ("", "")
    return Letter(subject_of(items), items, stops=topic)


def _follows(followed: set[tuple[str, str]], notice: Notice) -> bool:
    return any((notice.kind, key) in followed for key in notice.keys)


def _topic(followed: set[tuple[str, str]], notice: Notice) -> tuple[str, str]:
    """Return the topic that brought one alert: the first of the notice's keys that is followed."""
    return next(((notice.kind, key) for key in notice.keys if (notice.kind, key) in followed), ("", ""))

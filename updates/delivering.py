"""Deliver one row of this room's outbox: compose the message for its reader as things stand now, and hand it over."""

from django.utils.translation import override

from core.services import Outcome, Rejected, hand_over
from updates.items import item_of
from updates.letters import Letter, message_for, subject_of
from updates.models import Newsletter, Notice, Sending, Subscriber
from updates.newsletters import frozen_letter


def deliver(row: Sending) -> Outcome:
    """Send it; who stopped meanwhile, and news that is no longer true or public, are refused with a code."""
    reader = row.subscriber
    if reader is None or reader.confirmed_at is None:
        return Rejected("stopped")
    with override(reader.language):
        letter = letter_of(row, reader)
        if letter is None:
            return Rejected("nothing-to-say")
        return hand_over(message_for(reader, reader.opened(), letter, str(row.pk)))


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

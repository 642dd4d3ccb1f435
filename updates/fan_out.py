"""From one thing that happened to one row for each who follows it. A killed run goes on where it ended."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from updates.models import Follow, Notice, Sending, Subscriber, Told
from updates.pages import public_page

#: Followers a transaction.
BATCH = 500


def fan_out() -> int:
    """Give each follower of each due notice a row; return how many rows."""
    rows = 0
    for notice in Notice.objects.filter(fanned_at=None, due_at__lte=timezone.now()).order_by("due_at"):
        while made := _batch(notice):
            rows += made
    return rows


@transaction.atomic
def _batch(notice: Notice) -> int:
    """Write rows for the next followers and remember how far it came, in one transaction; 0 at the end."""
    # A page that is there again, or below one that went and still public, was never gone for its followers.
    stayed = notice.event == "gone" and public_page(notice.about) is not None
    readers = [] if stayed else followers(notice.kind, notice.keys, notice.reached)
    if not readers:
        Notice.objects.filter(pk=notice.pk).update(fanned_at=timezone.now())
        if notice.event == "gone" and not stayed:
            Follow.objects.filter(kind=notice.kind, key__in=notice.keys).delete()
        return 0
    # A newsletter comes when it is written, whatever its reader chose for alerts.
    digested = set() if notice.event == "newsletter" else set(Subscriber.Frequency.values) - {"now"}
    now = [row for row in readers if row.frequency not in digested]
    later = [row for row in readers if row.frequency in digested]
    keyed = [Sending(subscriber=row, notice=notice, idempotency_key=f"{notice.pk}:{row.pk}") for row in now]
    Sending.objects.bulk_create(keyed, ignore_conflicts=True)
    Told.objects.bulk_create([Told(subscriber=row, notice=notice) for row in later], ignore_conflicts=True)
    notice.reached = readers[-1].pk
    Notice.objects.filter(pk=notice.pk).update(reached=notice.reached, audience=F("audience") + len(readers))
    return len(readers)


def followers(kind: str, keys: Sequence[str], after: UUID | None = None) -> list[Subscriber]:
    """Return the next confirmed subscribers who follow any of these topics, each once."""
    follows = Follow.objects.filter(kind=kind, key__in=list(keys))
    rows = Subscriber.objects.exclude(confirmed_at=None).filter(pk__in=follows.values("subscriber"))
    if after:
        rows = rows.filter(pk__gt=after)
    return list(rows.defer("address").order_by("pk")[:BATCH])

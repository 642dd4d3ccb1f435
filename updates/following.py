"""What follows when a link in a message is used: confirmed, changed, stopped."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from updates.kinds import Topic
from updates.models import Ask, Follow, Subscriber


@transaction.atomic
def confirm(row: Ask) -> bool:
    """Use a confirmation; False when it was used before or is too old. Only what it was asked for is followed."""
    if row.expired or not Ask.objects.filter(pk=row.pk, used_at=None).update(used_at=timezone.now()):
        return False
    new = Subscriber.objects.filter(pk=row.subscriber_id, confirmed_at=None)
    new.update(confirmed_at=timezone.now(), frequency=row.frequency)
    _follow(row.subscriber_id, [(kind, key) for kind, key in row.topics])
    return True


@transaction.atomic
def change(row: Subscriber, topics: list[Topic], frequency: str) -> None:
    """Let a subscriber follow exactly these topics from now on, at least one."""
    wanted = {(topic.kind, topic.key) for topic in topics}
    gone = [follow.pk for follow in row.follows.all() if (follow.kind, follow.key) not in wanted]
    Follow.objects.filter(pk__in=gone).delete()
    _follow(row.pk, wanted)
    Subscriber.objects.filter(pk=row.pk).update(frequency=frequency)


@transaction.atomic
def stop(key: UUID, kind: str = "", topic: str = "") -> None:
    """Stop one topic, or all where none is named. Who follows nothing any more is forgotten, address and all."""
    followed = Follow.objects.filter(subscriber_id=key)
    if kind:
        followed.filter(kind=kind, key=topic).delete()
    if not kind or not followed.exists():
        Subscriber.objects.filter(pk=key).delete()


def _follow(key: UUID, topics: Iterable[tuple[str, str]]) -> None:
    rows = [Follow(subscriber_id=key, kind=kind, key=topic) for kind, topic in topics]
    Follow.objects.bulk_create(rows, ignore_conflicts=True)

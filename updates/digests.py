"""Once a day or once a week: what was kept for a reader goes out as one message."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from updates.models import Sending, Subscriber, Told

#: Nobody is woken by a digest.
FROM_HOUR = 7


def send_digests(now: datetime | None = None) -> int:
    """Put the digests that are due into the outbox, and return how many. A second run adds nothing."""
    moment = timezone.localtime(now or timezone.now())
    if moment.hour < FROM_HOUR:
        return 0
    waiting = Told.objects.filter(sending=None).values("subscriber")
    readers = Subscriber.objects.filter(pk__in=waiting).values_list("pk", "frequency")
    return sum(_digest(pk, period_of(frequency, moment)) for pk, frequency in readers)


def period_of(frequency: str, moment: datetime) -> str:
    """Return the name of the day or week that one digest is for. Who changed to "at once" waits no longer."""
    year, week, _day = moment.isocalendar()
    return f"{year}-w{week}" if frequency == Subscriber.Frequency.WEEKLY else f"{moment:%Y-%m-%d}"


@transaction.atomic
def _digest(pk: UUID, period: str) -> bool:
    row, new = Sending.objects.get_or_create(idempotency_key=f"digest:{pk}:{period}", defaults={"subscriber_id": pk})
    if new:
        Told.objects.filter(subscriber_id=pk, sending=None).update(sending=row)
    return new

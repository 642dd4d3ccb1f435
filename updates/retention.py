"""What is kept for how long: seven days without a confirmation, 30 days after it was sent, 90 after a refusal."""

from datetime import datetime, timedelta

from django.utils import timezone

from updates.asking import UNCONFIRMED
from updates.models import Ask, Notice, Refusal, Sending, Subscriber

#: A used or old confirmation can still say what it is for so long.
ASKS = timedelta(days=30)
SENT = timedelta(days=30)
REFUSED = timedelta(days=90)


def retain(now: datetime | None = None) -> int:
    """Delete addresses that nobody confirmed, old confirmations and what is sent; return how many addresses."""
    moment = now or timezone.now()
    unconfirmed = Subscriber.objects.filter(confirmed_at=None, created_at__lt=moment - UNCONFIRMED)
    count = unconfirmed.count()
    unconfirmed.delete()
    Ask.objects.filter(created_at__lt=moment - ASKS).delete()
    Sending.objects.filter(delivered_at__lt=moment - SENT).delete()
    Sending.objects.filter(dead_at__lt=moment - SENT).delete()
    Refusal.objects.filter(at__lt=moment - REFUSED).delete()
    waiting = Sending.objects.exclude(notice=None).values("notice")
    Notice.objects.filter(fanned_at__lt=moment - SENT * 12).exclude(pk__in=waiting).delete()
    return count

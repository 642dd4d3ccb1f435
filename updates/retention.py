"""What is kept for how long: seven days without a confirmation, 30 days after it was sent, 90 after a refusal."""

from datetime import datetime, timedelta

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from updates.asking import UNCONFIRMED
from updates.models import Ask, Follow, Notice, Refusal, Sending, Subscriber, Told
from updates.models.ask import LASTS

#: A used or old confirmation can still say what it is for so long.
ASKS = timedelta(days=30)
SENT = timedelta(days=30)
REFUSED = timedelta(days=90)


def retain(now: datetime | None = None) -> int:
    """Delete addresses without a purpose, old confirmations and what is sent; return how many addresses."""
    moment = now or timezone.now()
    count = _forget(_unconfirmed(moment)) + _forget(_without_topics(moment))
    Ask.objects.filter(created_at__lt=moment - ASKS).delete()
    _answered_refusals().delete()
    Sending.objects.filter(delivered_at__lt=moment - SENT).delete()
    Sending.objects.filter(dead_at__lt=moment - SENT).delete()
    Refusal.objects.filter(at__lt=moment - REFUSED).delete()
    waiting = Sending.objects.exclude(notice=None).values("notice")
    old = Notice.objects.filter(fanned_at__lt=moment - SENT * 12)
    old.exclude(pk__in=waiting).exclude(_noticed_again()).delete()
    return count


def _noticed_again() -> Q:
    """Return what finds news of things that still stand there: without it the clock would tell them a second time."""
    model = apps.get_model
    disruptions = model("services", "ServiceDisruption").objects.values("translation_key")
    consultations = model("services", "ConsultationPage").objects.values("translation_key")
    return Q(kind="service", about__in=disruptions) | Q(kind="consultation", about__in=consultations)


def _answered_refusals() -> QuerySet[Refusal]:
    """Return those after which something arrived. The message that says so is forgotten before they would be."""
    arrived = Sending.objects.filter(subscriber=OuterRef("subscriber"), delivered_at__gte=OuterRef("at"))
    return Refusal.objects.filter(Exists(arrived))


def _unconfirmed(moment: datetime) -> QuerySet[Subscriber]:
    """Return who has not confirmed in time."""
    old = Subscriber.objects.filter(confirmed_at=None, created_at__lt=moment - UNCONFIRMED)
    return old.exclude(_has_link(moment))


def _without_topics(moment: datetime) -> QuerySet[Subscriber]:
    """Return who follows nothing any more, as after their only page went, once they have been told so."""
    follows, told = Follow.objects.filter(subscriber=OuterRef("pk")), Told.objects.filter(subscriber=OuterRef("pk"))
    waiting = Sending.objects.filter(subscriber=OuterRef("pk"), delivered_at=None, dead_at=None)
    kept = [Exists(follows), Exists(told.filter(sending=None)), Exists(waiting), _has_link(moment)]
    rows = Subscriber.objects.exclude(confirmed_at=None)
    return rows.exclude(Q(*kept, _connector=Q.OR))


def _has_link(moment: datetime) -> Exists:
    """Return the condition that a link was sent which still works: its time is its own, whoever had one before."""
    return Exists(Ask.objects.filter(subscriber=OuterRef("pk"), used_at=None, created_at__gt=moment - LASTS))


def _forget(rows: QuerySet[Subscriber]) -> int:
    count = rows.count()
    rows.delete()
    return count

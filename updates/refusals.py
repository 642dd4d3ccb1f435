"""Addresses that the mail server refuses for good: their subscriptions end, by a rule that our own faults do not meet.

Once is enough where the server says that there is no such mailbox (RFC 3463: 5.1.1, 5.1.6, 5.1.10). Otherwise it must
refuse the recipient on three different days while nothing arrives. Only what is about the mailbox counts: not a reply
4xx, not a refusal of the message, and not one of us (5.7.1, as when our server stands on a list of senders of spam).
"""

from collections import defaultdict
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from core.models import AuditEvent, User
from core.services import record_event
from updates.models import Refusal, Sending, Subscriber

NO_MAILBOX = ("5.1.1", "5.1.6", "5.1.10")
ABOUT_THE_MAILBOX = ("5.1.", "5.2.0", "5.2.1", "5.2.2")
#: These of them are about the address that we send from: servers say so in their reply to the recipient.
ABOUT_US = ("5.1.7", "5.1.8")
#: Replies that are about the mailbox where no figures say what is wrong (RFC 5321, 4.2.3).
BARE = ("550", "551", "552", "553")
DAYS = 3
#: More than so many in a day, and more than a tenth of all: it is the server that is wrong, and staff must look.
FEW, SHARE = 5, 10
VERB = "updates.end-refused"
ONCE, THRICE = "no-mailbox", "three-days"


def about_mailbox(code: str) -> bool:
    """Return whether ``smtp:550`` or ``smtp:550:5.1.1`` says something about the mailbox itself."""
    _smtp, _colon, figures = code.partition(":")
    reply, _colon, status = figures.partition(":")
    return status.startswith(ABOUT_THE_MAILBOX) and status not in ABOUT_US if status else reply in BARE


def note(reader: Subscriber, code: str) -> None:
    """Keep that the server refused the address of ``reader`` today."""
    if about_mailbox(code):
        values = {"subscriber": reader, "day": timezone.localdate(), "code": code}
        Refusal.objects.get_or_create(**values, defaults={"at": timezone.now()})


def due() -> dict[UUID, str]:
    """Return whose subscriptions the rule ends, and by which half of it. What arrived since speaks for the address."""
    arrived: dict[UUID | None, datetime] = dict(
        Sending.objects.filter(subscriber__refusals__isnull=False, delivered_at__isnull=False)
        .values_list("subscriber")
        .annotate(last=Max("delivered_at"))
    )
    refused = defaultdict(list)
    for key, at, day, code in Refusal.objects.values_list("subscriber", "at", "day", "code"):
        if key not in arrived or at > arrived[key]:
            refused[key].append((day, code))
    judged = {key: _half_met(rows) for key, rows in refused.items()}
    return {key: half for key, half in judged.items() if half}


def _half_met(rows: list[tuple[date, str]]) -> str:
    if any(code.rpartition(":")[2] in NO_MAILBOX for _day, code in rows):
        return ONCE
    return THRICE if len({day for day, _code in rows}) >= DAYS else ""


def held(found: dict[UUID, str]) -> bool:
    """Return whether so many would end within a day that the mail server must be wrong."""
    today = AuditEvent.objects.filter(verb=VERB, at__gt=timezone.now() - timedelta(days=1), actor=None).count()
    all_of_them = Subscriber.objects.filter(channel=Subscriber.Channel.MAIL).exclude(confirmed_at=None).count()
    return len(found) + today > max(FEW, (all_of_them + today) // SHARE)


def end_refused() -> int:
    """End what the rule ends and return how many; none while they are too many to be true."""
    found = due()
    return 0 if held(found) else end(found)


def end(found: dict[UUID, str], staff: User | None = None) -> int:
    """Forget each subscriber, address and all; the record names a row that is gone and the rule that ended it."""
    for key, half in found.items():
        with transaction.atomic():
            record_event(verb=VERB, obj=f"updates.subscriber:{key}", actor=staff, channel="mail", outcome=half)
            Subscriber.objects.filter(pk=key).delete()
    return len(found)


def forgive(staff: User) -> int:
    """Take all refusals as the server's own fault; return how many addresses they were of."""
    count = Refusal.objects.aggregate(count=Count("subscriber", distinct=True))["count"]
    Refusal.objects.all().delete()
    record_event(verb="updates.forgive-refused", obj=f"updates.refusal:{count}", actor=staff)
    return int(count)


def ended(days: int = 365) -> dict[str, int]:
    """Return how many subscriptions ended in the last ``days``: ``once`` and ``thrice`` by the half of the rule."""
    rows = AuditEvent.objects.filter(verb=VERB, at__gt=timezone.now() - timedelta(days=days))
    counts: dict[str, int] = dict(rows.order_by().values_list("outcome").annotate(count=Count("pk")))
    return {"once": counts.get(ONCE, 0), "thrice": counts.get(THRICE, 0)}

"""What we hold about a person who asks, and how it is forgotten when they ask for that."""

from typing import Any

from django.utils.timezone import localtime

from core.services import UnsealError
from updates.addresses import address_hash, tidy
from updates.kinds import label_of
from updates.models import Subscriber


def rows_of(contact: str) -> list[Subscriber]:
    """Return the rows of an address or number, as somebody typed it."""
    known = [(channel, tidy(channel, contact)) for channel in Subscriber.Channel.values]
    hashes = [address_hash(channel, address) for channel, address in known if address]
    return list(Subscriber.objects.filter(address_hash__in=hashes))


def collect(contact: str) -> list[dict[str, Any]]:
    """Return channel, language, dates and topics of each row."""
    return [
        {
            "channel": row.channel,
            **_address(row),
            "language": row.language,
            "frequency": row.frequency,
            "since": localtime(row.created_at).isoformat(),
            "confirmed": row.confirmed_at is not None,
            "refused": [f"{each.day} {each.code}" for each in row.refusals.all()],
            "topics": [label_of(follow.kind, follow.key) or follow.kind for follow in row.follows.all()],
        }
        for row in rows_of(contact)
    ]


def erase(contact: str) -> int:
    """Delete all of it, and return how many addresses."""
    rows = rows_of(contact)
    Subscriber.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def _address(row: Subscriber) -> dict[str, str]:
    """Return the address, or that it does not open: a copy of all the rest must not fail by it."""
    try:
        return {"address": row.opened()}
    except UnsealError:
        return {"note": "The sealed part of it does not open."}

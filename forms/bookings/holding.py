"""What bookings hold about a person: shown in the copy for them, given up when their request is erased."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.models import OutgoingMessage
from core.services import erase_messages
from forms.bookings.seats import release
from forms.models import Slot, Submission, Waiting
from forms.models.booking import BookingState
from forms.rights.registry import Holding


def collect(case: Submission) -> list[dict[str, Any]]:
    """Return each time that was booked with a request, and those that its owner waits or waited for."""
    booked = case.bookings.select_related("seat__slot__resource").order_by("created_at")
    rows = [
        {
            **_of(row.seat.slot),
            "state": str(row.get_state_display()),
            "made_at": row.created_at.isoformat(),
            "changes": row.changes,
        }
        for row in booked
    ]
    waits = [
        {**_of(entry.slot), "state": str(_("on the waiting list")), "made_at": entry.asked_at.isoformat()}
        for entry in _waiting(case).select_related("slot__resource")
    ]
    return rows + waits


def erase(case: Submission) -> int:
    """Give back seats that are still to come, and let no row say any more whose they were; return how many rows.

    The next run of the waiting list offers what became free. A time that is over stays counted, without its owner.
    """
    waits = list(_waiting(case).values_list("pk", flat=True))
    offers = OutgoingMessage.objects.filter(idempotency_key__in=[f"forms.waiting:{pk}" for pk in waits])
    messages = erase_messages(offers)
    coming = case.bookings.filter(state=BookingState.CONFIRMED, seat__slot__starts_at__gt=timezone.now())
    for booking in coming:
        release(booking)
    return messages + case.bookings.update(submission=None) + _waiting(case).delete()[0]


HOLDING = Holding("bookings", collect, erase)


def _waiting(case: Submission) -> QuerySet[Waiting]:
    """Return the entries of the draft that became the request."""
    return Waiting.objects.filter(draft__submit_key=case.submit_key)


def _of(slot: Slot) -> dict[str, str]:
    resource = slot.resource
    return {
        "what": resource.name,
        "where": resource.place,
        "begins_at": slot.starts_at.isoformat(),
        "ends_at": slot.ends_at.isoformat(),
    }

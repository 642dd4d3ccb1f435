"""Close a day: nothing can be booked on it, and whoever was booked is asked to choose another time."""

from datetime import date

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from forms.bookings.times import day_bounds
from forms.delivery.updates import queue_update
from forms.models import Booking, ClosedDay, Resource, Slot, StatusEvent
from forms.models.booking import BookingState
from forms.models.status import Source


@transaction.atomic
def close_day(resource: Resource, day: date, reason: str) -> int:
    """Close all times of a day and write to those who are booked; return how many they are."""
    ClosedDay.objects.get_or_create(resource=resource, day=day, defaults={"reason": reason})
    first, after = day_bounds(day)
    slots = Slot.objects.filter(resource=resource, starts_at__gte=first, starts_at__lt=after, closed_at=None)
    pks = list(slots.values_list("pk", flat=True))
    Slot.objects.filter(pk__in=pks).update(closed_at=timezone.now())
    booked = Booking.objects.filter(seat__slot__in=pks, state=BookingState.CONFIRMED)
    return sum(_tell(booking, reason) for booking in booked.select_related("submission__version"))


@transaction.atomic
def open_day(resource: Resource, day: date) -> None:
    """Open a day again."""
    ClosedDay.objects.filter(resource=resource, day=day).delete()
    first, after = day_bounds(day)
    Slot.objects.filter(resource=resource, starts_at__gte=first, starts_at__lt=after).update(closed_at=None)


def _tell(booking: Booking, reason: str) -> int:
    submission = booking.submission
    if submission is None:
        return 0
    with translation.override(submission.locale):
        words = _("We had to close the time that you booked. Please choose another one with the link in your receipt.")
        event = StatusEvent.objects.create(
            submission=submission,
            status=submission.status,
            public_text=f"{words} {reason}".strip()[:500],
            source=Source.STAFF,
        )
    queue_update(submission, event)
    return 1

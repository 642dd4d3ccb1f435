"""Links by which a resident changes or cancels: signed, for one booking, in the language of the request."""

from uuid import UUID

from django.core import signing
from django.urls import reverse
from django.utils import translation

from forms.models import Booking, Submission
from forms.models.booking import BookingState

SALT = "forms.booking"


def booking_url(booking: Booking, view: str = "booking") -> str:
    """Return the address of a page about a booking: ``booking``, ``move-booking``, ``cancel-booking``, ``ics``."""
    with translation.override(booking.request.locale):
        return reverse(f"forms:{view}", args=[signing.dumps(str(booking.pk), salt=SALT)])


def booking_of(token: str) -> Booking | None:
    """Return the booking of a link, or None when the link was changed or the booking is gone."""
    try:
        pk = UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    rows = Booking.objects.select_related("seat__slot__resource", "submission__version")
    return rows.filter(pk=pk, submission__isnull=False).first()


def bookings_of(submission: Submission) -> list[Booking]:
    """Return what is booked with a request, soonest first."""
    rows = Booking.objects.select_related("seat__slot__resource", "submission__version")
    return list(rows.filter(submission=submission, state=BookingState.CONFIRMED).order_by("seat__slot__starts_at"))

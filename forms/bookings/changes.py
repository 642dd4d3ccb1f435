"""A resident changes or cancels a booking: the story, the answers and both e-mails follow in one transaction."""

import uuid

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.services import UnsealError
from forms.bookings.free import is_open
from forms.bookings.seats import move, release
from forms.delivery.status import set_status
from forms.delivery.team_mail import tell_team
from forms.delivery.updates import queue_update
from forms.engine.slots import day_of, hours_of
from forms.models import Booking, Slot, StatusEvent, Submission
from forms.models.booking import BookingState
from forms.models.status import Source
from forms.models.submission import Status
from forms.payments.dues import note_cancelled


def can_change(booking: Booking) -> bool:
    """Return whether it is early enough; a time that we closed ourselves can always be changed."""
    slot = booking.seat.slot
    if booking.state != BookingState.CONFIRMED:
        return False
    return slot.closed_at is not None or timezone.now() <= slot.starts_at - slot.resource.cutoff


@transaction.atomic
def change(booking: Booking, slot: Slot) -> bool:
    """Move a booking to another time; False when that one is full or closed, and the old one stays."""
    row = _locked(booking)
    if row is None or not is_open(slot):
        return False
    if row.seat.slot_id == slot.pk:
        return True
    if not move(row, slot):
        return False
    _answer_again(row, slot)
    with translation.override(row.request.locale):
        words = {"day": day_of(slot.interval), "hours": hours_of(slot.interval)}
        _tell(row, _("You moved your booking to %(day)s, %(hours)s.") % words)
    return True


@transaction.atomic
def cancel(booking: Booking) -> bool:
    """Give the seat back, and close the request with its last one; False when it was cancelled before."""
    row = _locked(booking)
    if row is None or not release(row):
        return False
    submission = row.request
    money = note_cancelled(submission)
    with translation.override(submission.locale):
        words = _("You cancelled your booking.")
        if money:
            words += " " + _("We have told our staff that you paid for it. They decide what goes back to you.")
    if submission.bookings.filter(state=BookingState.CONFIRMED).exists():
        _tell(row, words, money=money)
    else:
        set_status(submission, Status.CLOSED, public_text=words, source=Source.RESIDENT)
        _tell_team(submission, money=money)
    return True


def _locked(booking: Booking) -> Booking | None:
    """Return the booking as it is now, its request locked, or None when it is no longer booked."""
    Submission.objects.select_for_update(of=("self",)).get(pk=booking.request.pk)
    rows = Booking.objects.select_related("seat__slot__resource", "submission__version")
    return rows.filter(pk=booking.pk, state=BookingState.CONFIRMED).first()


def _answer_again(booking: Booking, slot: Slot) -> None:
    """Put the new time among the answers, which staff and other systems read."""
    submission = booking.request
    try:
        content = submission.open_content()
    except UnsealError:
        return
    if content:
        content["answers"][booking.question_key] = str(slot.interval)
        submission.seal_content(content)
        submission.save(update_fields=["sealed"])


def _tell(booking: Booking, words: str, *, money: bool = False) -> None:
    """Add a line to the story, and tell the resident and the team: neither subject holds anything personal."""
    submission = booking.request
    event = StatusEvent.objects.create(
        submission=submission, status=submission.status, public_text=words, source=Source.RESIDENT
    )
    queue_update(submission, event)
    _tell_team(submission, money=money)


def _tell_team(submission: Submission, *, money: bool) -> None:
    """Write to the team; ``money``: what was paid may have to go back."""
    tell_team(
        submission,
        subject=gettext_lazy("Booking changed: %(reference)s"),
        template="emails/forms/booking_team.txt.jinja",
        key=f"forms.booking:{uuid.uuid4()}",
        facts={"money": money},
    )

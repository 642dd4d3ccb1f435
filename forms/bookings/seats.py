"""Take a seat, keep it, give it back. The unique constraint on the seat decides who was first."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from forms.bookings.free import find_slot, free_seats, is_open
from forms.engine import Question, Schema
from forms.engine.slots import read_interval
from forms.models import Booking, Draft, Seat, Slot, Submission
from forms.models.booking import BookingState

#: How long a picked time is kept for somebody who has not sent the form.
HOLD = timedelta(minutes=15)
#: A seat that somebody else took in the same moment is tried again with the next one, so often.
TRIES = 8


class SlotGoneError(Exception):
    """The time that was chosen is taken or closed; ``key`` is the question that must be answered again."""

    def __init__(self, key: str) -> None:
        super().__init__("The time is gone.")
        self.key = key


def slot_questions(schema: Schema) -> list[Question]:
    """Return the questions of a form that book a time."""
    return [question for step in schema.steps for question in step.asked if question.kind == "slot"]


def hold(draft: Draft, question: Question, answer: str, *, until: timedelta = HOLD) -> Booking | None:
    """Hold a seat at the chosen time, in place of one held before; None when the time is gone."""
    slot = find_slot(str(question.limits["resource"]), read_interval(answer))
    if slot is None or not is_open(slot):
        return None
    with transaction.atomic():
        Draft.objects.select_for_update().get(pk=draft.pk)
        mine = Booking.objects.filter(draft=draft, question_key=question.key, state=BookingState.HELD)
        end = timezone.now() + until
        here = mine.filter(seat__slot=slot).first()
        if here:
            # What the waiting list offered is kept for a day, also when its owner goes on to pay.
            mine.update(hold_until=max(end, here.hold_until or end))
            return here
        taken = claim(slot, lambda seat: _held(question.key, seat))
        if taken:
            mine.exclude(pk=taken.pk).update(**_released())
            Booking.objects.filter(pk=taken.pk).update(draft=draft, hold_until=end)
        return taken


def hold_again(draft: Draft, schema: Schema, answers: Mapping[str, Any]) -> None:
    """Keep the times among the answers for another while: their owner goes on to pay."""
    for question in slot_questions(schema):
        if answers.get(question.key):
            hold(draft, question, str(answers[question.key]))


def held_now(draft: Draft, key: str) -> Booking | None:
    """Return the hold of a draft that has not run out."""
    rows = Booking.objects.select_related("seat__slot").filter(draft=draft, question_key=key)
    return rows.filter(state=BookingState.HELD, hold_until__gt=timezone.now()).first()


def confirm(draft: Draft, submission: Submission, schema: Schema, answers: Mapping[str, Any]) -> None:
    """Book what the answers name, in the caller's transaction. Raises SlotGoneError."""
    for question in slot_questions(schema):
        answer = str(answers.get(question.key) or "")
        if answer:
            _confirm(draft, submission, question, answer)
    Booking.objects.filter(draft=draft, state=BookingState.HELD).update(**_released())


def move(booking: Booking, slot: Slot) -> bool:
    """Give a booking another time, in the caller's transaction; False when that one is full."""

    def take(seat: Seat) -> Booking:
        booking.seat, booking.changes = seat, booking.changes + 1
        booking.save(update_fields=["seat", "changes"])
        return booking

    return claim(slot, take) is not None


def release(booking: Booking) -> bool:
    """Give a seat back; False when it was given back before."""
    still = Booking.objects.filter(pk=booking.pk).exclude(state=BookingState.RELEASED)
    return still.update(**_released()) == 1


def release_run_out() -> int:
    """Give back the seats of holds whose time is over; the tick calls it."""
    return Booking.objects.run_out(timezone.now()).update(**_released())


def claim(slot: Slot, take: Callable[[Seat], Booking]) -> Booking | None:
    """Let ``take`` store a booking of a free seat; None when there is none.

    Others may take the same seat in the same moment: the database then refuses all but one, and we try the next.
    """
    for _attempt in range(TRIES):
        now = timezone.now()
        over = Booking.objects.run_out(now).filter(seat__slot=slot).select_for_update(skip_locked=True, of=("self",))
        Booking.objects.filter(pk__in=list(over.values_list("pk", flat=True))).update(**_released())
        seat = free_seats(slot, now).select_for_update(skip_locked=True, of=("self",)).first()
        if seat is None:
            return None
        try:
            with transaction.atomic():
                return take(seat)
        except IntegrityError:
            continue
    return None


def _held(key: str, seat: Seat) -> Booking:
    """Store a hold; another one of the same question may stand until this one is sure, so the draft comes after."""
    return Booking.objects.create(seat=seat, question_key=key, hold_until=timezone.now() + HOLD)


def _confirm(draft: Draft, submission: Submission, question: Question, answer: str) -> None:
    slot = find_slot(str(question.limits["resource"]), read_interval(answer))
    if slot is None or slot.closed_at is not None or slot.starts_at <= timezone.now():
        raise SlotGoneError(question.key)
    booked: dict[str, Any] = {
        "state": BookingState.CONFIRMED,
        "submission": submission,
        "draft": None,
        "hold_until": None,
    }
    mine = Booking.objects.filter(draft=draft, question_key=question.key, seat__slot=slot)
    if mine.taking(timezone.now()).update(**booked):
        return

    def take(seat: Seat) -> Booking:
        return Booking.objects.create(seat=seat, question_key=question.key, **booked)

    if claim(slot, take) is None:
        raise SlotGoneError(question.key)


def _released() -> dict[str, Any]:
    return {"state": BookingState.RELEASED, "hold_until": None, "released_at": timezone.now()}

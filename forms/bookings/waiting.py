"""The waiting list: who asked first is offered a seat that became free, and has a day to take it."""

from datetime import timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.services import queue_message
from forms.bookings.free import free_seats, is_open
from forms.bookings.seats import hold
from forms.engine import Question
from forms.models import Booking, Draft, Slot, Waiting
from forms.models.booking import BookingState
from forms.runner.keeping import store_content
from forms.runner.later import new_return_url

#: How long an offered seat is kept.
OFFER = timedelta(hours=24)
#: So many in one run: the job gives way to others.
AT_ONCE = 100


@transaction.atomic
def join(draft: Draft, key: str, slots: list[Slot], email: str) -> None:
    """Put somebody on the list for each of the times; the address lies sealed in the draft."""
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    store_content(row, {**row.open_content(), "wait_to": email})
    Waiting.objects.bulk_create(
        [Waiting(slot=slot, draft=row, question_key=key) for slot in slots], ignore_conflicts=True
    )


def offer_seats() -> int:
    """Offer what became free; the tick calls it. Return how many offers were sent."""
    now = timezone.now()
    rows = Waiting.objects.filter(offered_at=None, draft__submitted_at=None, draft__expires_at__gt=now)
    rows = rows.filter(slot__closed_at=None, slot__starts_at__gt=now).order_by("asked_at", "pk")
    waiting = rows.select_related("slot__resource", "draft__version__form")[:AT_ONCE]
    return sum(_offer(entry) for entry in waiting if not entry.draft.closed)


@transaction.atomic
def _offer(entry: Waiting) -> bool:
    """Hold a seat, put the time among the answers and write; somebody who holds another time is left alone."""
    now, draft = timezone.now(), entry.draft
    if not is_open(entry.slot) or not free_seats(entry.slot, now).exists():
        return False
    if Booking.objects.taking(now).filter(draft=draft, state=BookingState.HELD).exists():
        return False
    question = _question(entry)
    held = hold(draft, question, str(entry.slot.interval), until=OFFER) if question else None
    if question is None or held is None:
        return False
    row = Draft.objects.select_for_update(of=("self",)).select_related("version").get(pk=draft.pk)
    content = row.open_content()
    content["answers"][question.key] = str(entry.slot.interval)
    store_content(row, content)
    Waiting.objects.filter(pk=entry.pk).update(offered_at=now)
    _write(row, entry, str(content.get("wait_to", "")))
    return True


def _question(entry: Waiting) -> Question | None:
    asked = (question for step in entry.draft.version.compiled.steps for question in step.asked)
    return next((question for question in asked if question.key == entry.question_key), None)


def _write(draft: Draft, entry: Waiting, address: str) -> None:
    if not address:
        return
    with translation.override(draft.version.locale):
        facts = {
            "schema": draft.version.schema,
            "slot": entry.slot,
            "url": new_return_url(draft, address),
            "until": timezone.now() + OFFER,
        }
        queue_message(
            channel="mail",
            to=address,
            subject=_("A time is free now"),
            body=render_to_string("emails/forms/time_free.txt.jinja", facts),
            html=render_to_string("emails/forms/time_free.html.jinja", facts),
            idempotency_key=f"forms.waiting:{entry.pk}",
        )

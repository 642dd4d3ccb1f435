"""The question that books a time: what is free by day, keep a seat when one is picked, say when it is gone."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from forms.bookings.free import Day, find_slot, free_slots, full_slots, page_of_days
from forms.bookings.seats import held_now, hold
from forms.engine import Question
from forms.engine.slots import day_of, hours_of, read_interval
from forms.models import Resource, Slot
from forms.payments.ledger import last_payment
from forms.runner.turn import Turn
from forms.runner.words import slot_in_words

Errors = dict[str, list[tuple[str, str]]]


def slots_of(turn: Turn, question: Question) -> dict[str, Any]:
    """Return what the question's template draws: some days with free times, and the way to later ones."""
    resource = Resource.objects.filter(key=question.limits.get("resource")).first()
    if resource is None:
        return {"days": [], "later": "", "first": ""}
    page = page_of_days(free_slots(resource, turn.journey.draft, question.key), turn.since)
    single = all(len(day.slots) == 1 for day in page.days)
    held = held_now(turn.journey.draft, question.key)
    return {
        "days": [_day_of(day, question.key, at, single=single) for at, day in enumerate(page.days)],
        "single": single,
        "later": page.later,
        "earlier": page.earlier,
        "held": held,
        "place": resource.place,
        "wait_url": _wait_url(turn, resource),
    }


def keep_slots(turn: Turn, answers: Mapping[str, Any]) -> Errors:
    """Hold a seat for each time that was picked; return what to say where it is gone. Trials hold nothing."""
    if turn.journey.draft.version.is_test:
        return {}
    asked = [question for question in turn.step.asked if question.kind == "slot" and answers.get(question.key)]
    gone = [question for question in asked if hold(turn.journey.draft, question, str(answers[question.key])) is None]
    return {question.key: [(_gone_words(), "")] for question in gone}


def gone_slots(turn: Turn) -> Errors:
    """Return what to say of times that were picked before and are gone now."""
    asked = [question for question in turn.step.asked if question.kind == "slot" and turn.stored.get(question.key)]
    if not asked:
        return {}
    words = _gone_words()
    last = last_payment(turn.journey.draft)
    if last and last.code == "slot-gone":
        charged = _("You were not charged.")
        words = f"{words} {charged}"
    return {question.key: [(words, "")] for question in asked if _is_gone(turn, question)}


def _is_gone(turn: Turn, question: Question) -> bool:
    draft = turn.journey.draft
    slot = find_slot(str(question.limits.get("resource")), read_interval(str(turn.stored[question.key])))
    return slot is None or not free_slots(slot.resource, draft, question.key).filter(pk=slot.pk).exists()


def _gone_words() -> str:
    return _("The time that you chose is no longer free. Your other answers are kept. Choose another time.")


def _wait_url(turn: Turn, resource: Resource) -> str:
    """Return where to wait for a full time, or an empty text where nobody can or need."""
    if not resource.waiting_list or not full_slots(resource).exists():
        return ""
    return reverse("forms:waiting-list", args=[turn.journey.draft.pk, turn.step.slug])


def _day_of(day: Day, key: str, at: int, *, single: bool) -> dict[str, Any]:
    """Return a day for the template; the first box of the page has the question's own id, where errors lead."""
    first = key if at == 0 else f"{key}-{day.day.isoformat()}"
    items = [{"value": str(slot.interval), "text": _words(slot, single=single)} for slot in day.slots]
    return {"id": first, "name": day_of(day.slots[0].interval), "items": items}


def _words(slot: Slot, *, single: bool) -> str:
    return slot_in_words(slot.interval) if single else hours_of(slot.interval)

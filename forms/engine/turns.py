"""One turn of a step that repeats: which of its pages its answers lead through, and whether it is whole."""

from typing import Any

from forms.engine.conditions import holds
from forms.engine.form import StepForm, as_data
from forms.engine.schema import ITEM_ID, Answers, Item, Step, items_in


def turn_pages(step: Step, seen: Answers, item: Item) -> tuple[Step, ...]:
    """Return the pages of one turn in order, each at most once.

    A page's condition sees ``seen`` (the answers on the path before the step) and those of earlier pages of the turn.
    """
    return _walk(step, seen, item)[0]


def turn_answers(step: Step, answers: Answers, seen: Answers) -> list[Item]:
    """Return the turns of a step, each with the answers that its own pages lead through; others are dropped."""
    return [_walk(step, seen, item)[1] for item in items_in(answers, step)]


def is_turn_complete(page: Step, item: Item, *, first: bool) -> bool:
    """Return whether one page of a turn is done; one that is not the ``first`` must have been sent at least once."""
    sent = first or all(question.key in item for question in page.asked)
    return sent and StepForm(page, as_data(page, item)).is_valid()


def _walk(step: Step, seen: Answers, item: Item) -> tuple[tuple[Step, ...], Item]:
    pages = [step]
    given = _given(step, item)
    for page in step.parts:
        if holds(page.show_if, {**seen, **given}):
            pages.append(page)
            given |= _given(page, item)
    return tuple(pages), ({ITEM_ID: item[ITEM_ID]} if ITEM_ID in item else {}) | given


def _given(page: Step, item: Item) -> dict[str, Any]:
    return {question.key: item[question.key] for question in page.asked if question.key in item}

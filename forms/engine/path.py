"""The path: which steps these answers lead through. Back link, progress, guard, check and submit all ask here."""

from collections.abc import Collection

from forms.engine.conditions import holds
from forms.engine.form import is_complete
from forms.engine.schema import Answer, Answers, Item, Schema, Step, items_in
from forms.engine.sums import calculate
from forms.engine.turns import is_turn_complete, turn_answers, turn_pages


def path(schema: Schema, answers: Answers) -> tuple[Step, ...]:
    """Return the steps in order, each at most once.

    Steps are walked in list order. A condition sees only answers of steps that are on the path before it,
    so an answer that its owner can no longer reach decides nothing. An exit step ends the walk.
    """
    return _walk(schema, answers)[0]


def on_path(schema: Schema, answers: Answers) -> dict[str, Answer]:
    """Return the answers on the path, and what is worked out from them; the others are dropped at submit."""
    return _walk(schema, answers)[1]


def first_incomplete(schema: Schema, answers: Answers, visited: Collection[str]) -> Step | None:
    """Return the first step on the path that was not visited or whose answers are not valid, else None.

    An exit step is never complete: nobody can submit the wrong form.
    """
    for step in path(schema, answers):
        if step.ends or (step.asked and step.slug not in visited) or not _is_done(schema, step, answers):
            return step
    return None


def pages_of_turn(schema: Schema, step: Step, answers: Answers, item: Item) -> tuple[Step, ...]:
    """Return the pages that one turn of a repeating step leads through."""
    if not step.parts:
        return (step,)
    return turn_pages(step, answers_before(schema, answers, step), item)


def first_unfinished(schema: Schema, step: Step, answers: Answers, item: Item) -> Step | None:
    """Return the first page of a turn that still needs its owner, or None when the turn is whole."""
    pages = pages_of_turn(schema, step, answers, item)
    return next((page for page in pages if not is_turn_complete(page, item, first=page is step)), None)


def answers_before(schema: Schema, answers: Answers, step: Step) -> dict[str, Answer]:
    """Return the answers on the path before a step: what its conditions and those of its turns see."""
    return _walk(schema, answers, until=step.slug)[1]


def _is_done(schema: Schema, step: Step, answers: Answers) -> bool:
    if step.repeat is None:
        return is_complete(step, answers)
    items = items_in(answers, step)
    if not step.repeat.min <= len(items) <= step.repeat.max:
        return False
    return all(first_unfinished(schema, step, answers, item) is None for item in items)


def _walk(schema: Schema, answers: Answers, until: str = "") -> tuple[tuple[Step, ...], dict[str, Answer]]:
    steps: list[Step] = []
    seen: dict[str, Answer] = {}
    for step in schema.steps:
        if until and step.slug == until:
            break
        if not holds(step.show_if, seen):
            continue
        steps.append(step)
        if step.ends:
            break
        seen.update(_given(step, answers, seen))
        for question in step.calculations:
            seen[question.key] = calculate(question.formula, seen)
    return tuple(steps), seen


def _given(step: Step, answers: Answers, seen: Answers) -> dict[str, Answer]:
    if step.repeat and step.slug in answers:
        return {step.slug: turn_answers(step, answers, seen)}
    return {key: answers[key] for key in step.keys if key in answers}

"""The path: which steps these answers lead through. Back link, progress, guard, check and submit all ask here."""

from collections.abc import Collection

from forms.engine.conditions import holds
from forms.engine.form import is_complete
from forms.engine.schema import Answer, Answers, Schema, Step, items_in
from forms.engine.sums import calculate


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
        if step.ends or (step.asked and step.slug not in visited) or not is_complete(step, answers):
            return step
    return None


def _walk(schema: Schema, answers: Answers) -> tuple[tuple[Step, ...], dict[str, Answer]]:
    steps: list[Step] = []
    seen: dict[str, Answer] = {}
    for step in schema.steps:
        if not holds(step.show_if, seen):
            continue
        steps.append(step)
        if step.ends:
            break
        seen.update(_given(step, answers))
        for question in step.calculations:
            seen[question.key] = calculate(str(question.limits.get("formula", "")), seen)
    return tuple(steps), seen


def _given(step: Step, answers: Answers) -> dict[str, Answer]:
    if step.repeat and step.slug in answers:
        return {step.slug: items_in(answers, step)}
    return {key: answers[key] for key in step.keys if key in answers}

"""The path: which steps these answers lead through. Back link, progress, guard, check and submit all ask here."""

from collections.abc import Collection

from forms.engine.conditions import holds
from forms.engine.form import is_complete
from forms.engine.schema import Answer, Answers, Schema, Step


def path(schema: Schema, answers: Answers) -> tuple[Step, ...]:
    """Return the steps in order, each at most once.

    Steps are walked in list order. A condition sees only answers of steps that are on the path before it,
    so an answer that its owner can no longer reach decides nothing. An exit step ends the walk.
    """
    steps: list[Step] = []
    seen: dict[str, Answer] = {}
    for step in schema.steps:
        if not holds(step.show_if, seen):
            continue
        steps.append(step)
        if step.ends:
            break
        seen.update({question.key: answers[question.key] for question in step.asked if question.key in answers})
    return tuple(steps)


def on_path(schema: Schema, answers: Answers) -> dict[str, Answer]:
    """Return the answers of questions on the path; the others are dropped at submit."""
    keys = [question.key for step in path(schema, answers) for question in step.asked]
    return {key: answers[key] for key in keys if key in answers}


def first_incomplete(schema: Schema, answers: Answers, visited: Collection[str]) -> Step | None:
    """Return the first step on the path that was not visited or whose answers are not valid, else None.

    An exit step is never complete: nobody can submit the wrong form.
    """
    for step in path(schema, answers):
        if step.ends or (step.asked and step.slug not in visited) or not is_complete(step, answers):
            return step
    return None

"""Answers as they hold now: a file that was removed since, on another tab or from the check page, is no answer."""

from collections.abc import Collection
from typing import Any

from forms.engine.schema import Answer, Answers, Schema, Step, items_in, texts_in


def asks_for_files(schema: Schema) -> bool:
    """Return whether any page of a form asks for files."""
    return any(_file_keys(page) for step in schema.steps for page in step.pages)


def without_lost_files(schema: Schema, answers: Answers, held: Collection[str]) -> dict[str, Answer]:
    """Return the answers; of those that name files only the ids that are ``held`` stay."""
    found = dict(answers)
    for step in schema.steps:
        if step.repeat and step.slug in found:
            found[step.slug] = [_kept(step, item, held) for item in items_in(found, step)]
        elif not step.repeat:
            found = _kept(step, found, held)
    return found


def _kept(step: Step, answers: Answers, held: Collection[str]) -> dict[str, Any]:
    keys = [key for page in step.pages for key in _file_keys(page) if key in answers]
    return {**answers, **{key: [pk for pk in texts_in(answers[key]) if pk in held] for key in keys}}


def _file_keys(page: Step) -> list[str]:
    return [question.key for question in page.asked if question.kind == "file"]

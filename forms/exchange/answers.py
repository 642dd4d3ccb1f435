"""Answers from a file as drafts hold them: people and other programs write true, 5 or the parts of a date as well."""

from collections.abc import Mapping
from typing import Any

from forms.engine import Answer, Schema, Step
from forms.engine.schema import DATE_PARTS, MONTH_PARTS, Question

#: What other systems call true and false.
WORDS = {"true": "yes", "false": "no"}


def read_answers(schema: Schema, answers: Mapping[str, Any]) -> dict[str, Answer]:
    """Return the answers in the engine's own shapes; a repeating step's are the list of its turns."""
    found: dict[str, Answer] = {}
    for step in schema.steps:
        if step.repeat:
            found |= _turns(step, answers.get(step.slug))
        else:
            found |= _of_page(step, answers)
    return found


def _turns(step: Step, turns: Any) -> dict[str, Answer]:
    if not isinstance(turns, list):
        return {}
    rows = [turn for turn in turns if isinstance(turn, dict)]
    return {step.slug: [{key: v for page in step.pages for key, v in _of_page(page, row).items()} for row in rows]}


def _of_page(page: Step, answers: Mapping[str, Any]) -> dict[str, Answer]:
    return {q.key: _answer(q, answers[q.key]) for q in page.asked if answers.get(q.key) is not None}


def _answer(question: Question, value: Any) -> Answer:
    if question.kind == "declaration":
        return value in (True, "yes", "true")
    if question.kind in {"checkboxes", "file"}:
        return [str(one) for one in (value if isinstance(value, list) else [value])]
    if question.kind in {"date", "month"} and isinstance(value, dict):
        return _day(value, DATE_PARTS if question.kind == "date" else MONTH_PARTS)
    if isinstance(value, dict):
        return {str(part): str(text) for part, text in value.items()}
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return WORDS.get(text.lower(), text) if question.kind == "yes_no" else text


def _day(parts: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return day, month and year as ISO 8601."""
    return "-".join(str(parts.get(name, "")).zfill(4 if name == "year" else 2) for name in reversed(names))

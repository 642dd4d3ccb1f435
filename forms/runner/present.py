"""From a step and what was typed to what its template draws."""

from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict

from forms.engine import Step
from forms.runner.journey import Journey
from forms.runner.widgets import PARTS, item_of

Errors = Mapping[str, list[tuple[str, str]]]


def page_of(journey: Journey, step: Step, data: MultiValueDict[str, str], errors: Errors) -> dict[str, Any]:
    """Return the context of ``forms/step.jinja``; a question that stands alone is the page's heading."""
    schema = journey.draft.version.schema
    alone = len(step.questions) == 1 and bool(step.asked) and step.asked[0].kind != "declaration"
    slugs = [other.slug for other in journey.steps]
    items = [
        item_of(journey, question, data, errors.get(question.key, []), heading=alone) for question in step.questions
    ]
    return {
        "journey": journey,
        "schema": schema,
        "help": schema["promise"]["contact"],
        "step": step,
        "title": step.asked[0].label if alone else step.title,
        "alone": alone,
        "questions": items,
        "errors": summary(step, errors),
        "position": slugs.index(step.slug) + 1,
        "total": len(slugs),
    }


def summary(step: Step, errors: Errors) -> list[dict[str, str]]:
    """Return the error summary, in the order of the page; each link lands on the first wrong box."""
    lines = []
    for question in step.asked:
        for message, part in errors.get(question.key, []):
            parts = PARTS.get(question.kind, ())
            box = f"-{part if part in parts else parts[0]}" if parts else ""
            lines.append({"text": message, "href": f"#{question.key}{box}"})
    return lines

"""From a step and what was typed to what its template draws."""

from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict

from forms.engine import Step
from forms.engine.schema import PARTS
from forms.runner.repeats import item_name
from forms.runner.turn import Turn
from forms.runner.widgets import item_of

Errors = Mapping[str, list[tuple[str, str]]]


def page_of(turn: Turn, data: MultiValueDict[str, str], errors: Errors) -> dict[str, Any]:
    """Return the context of ``forms/step.jinja``; a question that stands alone is the page's heading."""
    journey, step = turn.journey, turn.step
    schema = journey.draft.version.schema
    alone = len(step.questions) == 1 and bool(step.asked) and step.asked[0].kind != "declaration"
    return {
        "journey": journey,
        "schema": schema,
        "help": schema["promise"]["contact"],
        "step": step,
        "title": step.asked[0].label if alone else step.title,
        "item_name": item_name(turn, turn.number) if turn.item else "",
        "alone": alone,
        "questions": [item_of(turn, q, data, errors.get(q.key, []), heading=alone) for q in step.questions],
        "errors": summary(step, errors),
        "back_url": turn.back_url,
        "returning": turn.returning,
        **progress(turn),
    }


def progress(turn: Turn) -> dict[str, int]:
    """Return where on the path a step stands, and about how many minutes are left of the form's own estimate."""
    slugs = [other.slug for other in turn.journey.steps]
    position, total = slugs.index(turn.head.slug) + 1, len(slugs)
    minutes = int(turn.journey.schema.facts.get("minutes") or 1)
    return {
        "position": position,
        "total": total,
        "minutes_left": max(1, round(minutes * (total - position + 1) / total)),
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

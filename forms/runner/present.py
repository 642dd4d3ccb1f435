"""From a step and what was typed to what its template draws."""

from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from forms.engine import Question, Step
from forms.engine.schema import ADDRESS_PARTS, DATE_PARTS
from forms.models.draft import Channel
from forms.runner.journey import Journey

Errors = Mapping[str, list[tuple[str, str]]]

#: Purposes of WCAG 1.3.5, by what the author said an answer is.
AUTOCOMPLETE = {"name": "name", "email": "email", "phone": "tel"}
PARTS = {"date": DATE_PARTS, "address": ADDRESS_PARTS}


def page_of(journey: Journey, step: Step, data: MultiValueDict[str, str], errors: Errors) -> dict[str, Any]:
    """Return the context of ``forms/step.jinja``."""
    alone = len(step.questions) == 1 and bool(step.asked)
    questions = [_question(journey, question, data, errors, heading=alone) for question in step.questions]
    slugs = [other.slug for other in journey.steps]
    return {
        "journey": journey,
        "schema": journey.draft.version.schema,
        "help": journey.draft.version.schema["promise"]["contact"],
        "step": step,
        "title": step.asked[0].label if alone else step.title,
        "alone": alone,
        "questions": questions,
        "errors": _summary(step, errors),
        "position": slugs.index(step.slug) + 1,
        "total": len(slugs),
        "has_files": any(question.kind == "file" for question in step.questions),
    }


def _question(
    journey: Journey, question: Question, data: MultiValueDict[str, str], errors: Errors, *, heading: bool
) -> dict[str, Any]:
    own = journey.draft.channel == Channel.WEB and bool(question.maps_to)
    messages = errors.get(question.key, [])
    parts = PARTS.get(question.kind, ())
    return {
        "question": question,
        "label": question.label if question.required else _("%(label)s (optional)") % {"label": question.label},
        "heading": heading,
        "value": data.get(question.key, ""),
        "values": data.getlist(question.key),
        "parts": {part: data.get(f"{question.key}-{part}", "") for part in parts},
        "error": " ".join(message for message, _part in messages),
        "wrong_part": messages[0][1] if messages and messages[0][1] in parts else "",
        "autocomplete": AUTOCOMPLETE.get(question.maps_to, "") if own else "",
        "own_address": own,
        "files": list(journey.draft.files.filter(question_key=question.key)) if question.kind == "file" else [],
    }


def _summary(step: Step, errors: Errors) -> list[dict[str, str]]:
    """Return the error summary, in the order of the page; each link lands on the first wrong box."""
    lines = []
    for question in step.asked:
        for message, part in errors.get(question.key, []):
            parts = PARTS.get(question.kind, ())
            box = f"-{part if part in parts else parts[0]}" if parts else ""
            lines.append({"text": message, "href": f"#{question.key}{box}"})
    return lines

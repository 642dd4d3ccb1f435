"""The author's examples: given these answers, expect these steps."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.compiler.conditions import answered_in
from forms.engine import Answer, Schema, path
from forms.engine.numbers import read_count
from forms.engine.schema import PARTS, Item

if TYPE_CHECKING:
    from forms.models import FormExample, FormPage

MOST_TURNS = 200


def example_faults(page: "FormPage", blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each example whose answers lead elsewhere, or that names a key which is not there."""
    schema = Schema.from_json(blueprint.schema)
    known = {key: question for step in blueprint.schema["steps"] for key, question in answered_in(step).items()}
    for example in page.examples.all():
        given = dict(_pairs(example.answers))
        stray = [key for key in given if key not in known]
        if stray:
            message = _("The example “%(name)s” answers “%(key)s”, which this form does not ask.") % {
                "name": example.name,
                "key": stray[0],
            }
            yield GateFinding("forms.example-key", message, _("Use the keys of this form's questions."))
            continue
        answers = _read(known, given)
        walked = [step.slug for step in path(schema, answers)]
        expected = re.split(r"[\s,]+", example.expected.strip())
        if walked != expected:
            message = _("The example “%(name)s” leads through other steps: %(walked)s.") % {
                "name": example.name,
                "walked": ", ".join(walked),
            }
            yield GateFinding("forms.example", message, _("Mend the conditions, or the example if it is out of date."))


def answers_of(example: "FormExample", schema: Mapping[str, Any]) -> dict[str, Answer]:
    """Return what an example answers, as answers; keys that the compiled form does not ask are left out."""
    known = {key: question for step in schema["steps"] for key, question in answered_in(step).items()}
    return _read(known, {key: text for key, text in _pairs(example.answers) if key in known})


def _read(known: Mapping[str, Mapping[str, Any]], given: Mapping[str, str]) -> dict[str, Answer]:
    return {key: read_answer(known[key], text) for key, text in given.items()}


def read_answer(question: Mapping[str, Any], text: str) -> Answer:
    """Return what a person wrote for an answer as the answer itself."""
    kind = question["kind"]
    if kind in {"checkboxes", "file"}:
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind == "declaration":
        return text.casefold() in {"yes", "true", "1"}
    if kind == "repeat":
        turns: list[Item] = [{} for _turn in range(min(read_count(text) or 0, MOST_TURNS))]
        return turns
    if kind in {"address", "location"}:
        return {PARTS[kind][0]: text}
    return text


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, _equals, value = line.partition("=")
        if key.strip():
            yield key.strip(), value.strip()

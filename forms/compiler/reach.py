"""Which steps can be reached at all: every step is walked to with answers made from the conditions."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.compiler.conditions import leaves
from forms.engine import Answer, Schema, path

#: A form whose conditions allow more combinations than this is not searched to the end, and passes.
MOST_WALKS = 20_000


def unreachable_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each step that no answers lead to."""
    schema = Schema.from_json(blueprint.schema)
    missing = {step.slug for step in schema.steps}
    walks = 0
    for answers in islice(_answer_sets(blueprint.schema["steps"]), MOST_WALKS):
        walks += 1
        missing -= {step.slug for step in path(schema, answers)}
        if not missing:
            return
    if walks == MOST_WALKS:
        return
    for position, step in enumerate(schema.steps):
        if step.slug in missing:
            message = _("No answers lead to the step “%(step)s”.") % {"step": step.title}
            how = _("Check when it is shown, and whether an exit stands before it.")
            yield GateFinding("forms.unreachable-step", message, how, "", blueprint.block_ids[position, None])


def _answer_sets(steps: list[dict[str, Any]]) -> Iterator[dict[str, Answer]]:
    tested: dict[str, list[str]] = {}
    for step in steps:
        for leaf in leaves(step["show_if"]):
            tested.setdefault(leaf["key"], []).append(leaf["value"])
    questions = {question["key"]: question for step in steps for question in step["questions"]}
    for answers in product(*(_candidates(questions[key], values) for key, values in tested.items())):
        yield dict(zip(tested, answers, strict=True))


def _candidates(question: Mapping[str, Any], values: list[str]) -> list[Answer]:
    """Return answers that between them make every comparison with ``values`` true and false."""
    options = [option["value"] for option in question["options"]]
    if question["kind"] == "checkboxes":
        return [[], options, *([option] for option in options)]
    if question["kind"] == "declaration":
        return [True, False]
    if question["kind"] == "yes_no":
        return ["yes", "no", ""]
    if options:
        return [*options, ""]
    around: list[Answer] = ["", "0001-01-01", "9999-12-31", "-999999999", "999999999", "~"]
    return [*around, *values]

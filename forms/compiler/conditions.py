"""Faults in conditions: a question that is not there or comes later, a choice that does not exist."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.conditions import OPERATORS
from forms.engine.days import read_day
from forms.engine.schema import CONTENT_KINDS

EXACT = frozenset({"is", "is_not", "contains", "not_contains"})
DAYS = frozenset({"before", "on_or_before", "after", "on_or_after"})


@dataclass
class Known:
    """The keys of a form, as one step sees them: ``earlier`` ones with their questions."""

    everywhere: set[str]
    repeated: set[str]
    earlier: dict[str, dict[str, Any]]


def condition_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of every step's ``show_if``."""
    steps = blueprint.schema["steps"]
    everywhere = {key for step in steps for key in answered_in(step)}
    inside = {question["key"] for step in steps if step.get("repeat") for question in step["questions"]}
    known = Known(everywhere, inside - everywhere, {})
    for position, step in enumerate(steps):
        for leaf in leaves(step["show_if"]):
            fault = _fault(leaf, step["title"], known)
            if fault:
                yield GateFinding(*fault, "", blueprint.block_ids[position, None])
        known.earlier.update(answered_in(step))


def answered_in(step: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what a later step can look at, by key: answers and results, or all items of a step that repeats."""
    if step.get("repeat"):
        return {step["slug"]: {"kind": "repeat", "options": []}}
    return {question["key"]: question for question in step["questions"] if question["kind"] not in CONTENT_KINDS}


def leaves(tree: Mapping[str, Any] | None) -> Iterator[Mapping[str, Any]]:
    """Yield the single comparisons of a tree."""
    if not tree:
        return
    for branch in [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]:
        yield from leaves(branch)
    if "key" in tree:
        yield tree


def _fault(leaf: Mapping[str, Any], step: str, known: Known) -> tuple[str, str, str] | None:
    """Return rule, message and cure of the first thing that is wrong with a comparison."""
    key, op, value = (str(leaf.get(name, "")) for name in ("key", "op", "value"))
    words = {"step": step, "key": key, "value": value, "op": op}
    return _fault_of_key(key, words, known) or _fault_of_value(op, value, words, known.earlier[key])


def _fault_of_key(key: str, words: Mapping[str, str], known: Known) -> tuple[str, str, str] | None:
    if key in known.repeated:
        message = _("Step “%(step)s” depends on the question “%(key)s”, which is asked several times.") % words
        return "forms.repeated-question", message, _("Use the address of the step that repeats, or another question.")
    if key not in known.everywhere:
        message = _("Step “%(step)s” depends on the question “%(key)s”, which is not in this form.") % words
        return "forms.missing-target", message, _("Choose a question that is in an earlier step.")
    if key not in known.earlier:
        message = _("Step “%(step)s” depends on the question “%(key)s”, which comes later.") % words
        return "forms.later-question", message, _("Move this step after that question.")
    return None


def _fault_of_value(
    op: str, value: str, words: Mapping[str, str], question: Mapping[str, Any]
) -> tuple[str, str, str] | None:
    if op not in OPERATORS:
        message = _("Step “%(step)s” compares “%(key)s” in a way that we do not know: “%(op)s”.") % words
        return "forms.unknown-comparison", message, _("Choose another comparison.")
    values = _values(question)
    if op in EXACT and values and value not in values:
        message = _("Step “%(step)s” waits for the choice “%(value)s”, which “%(key)s” does not have.") % words
        return "forms.missing-option", message, _("Use the key of one of its choices.")
    if op in DAYS and read_day(value) is None:
        message = _("Step “%(step)s” compares “%(key)s” with “%(value)s”, which is not a day.") % words
        return "forms.not-a-day", message, _("Write it as 2026-04-01, today, today-16y or today+28d.")
    return None


def _values(question: Mapping[str, Any]) -> list[str]:
    if question["kind"] in {"yes_no", "declaration"}:
        return ["yes", "no"]
    return [option["value"] for option in question.get("options", ())]

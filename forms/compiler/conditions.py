"""Faults in conditions: a question that is not there or comes later, a choice that does not exist."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import UNREADABLE, Blueprint
from forms.engine.conditions import OPERATORS, read_number
from forms.engine.days import read_day
from forms.engine.schema import CONTENT_KINDS

EXACT = frozenset({"is", "is_not", "contains", "not_contains"})
NUMBERS = frozenset({"lt", "lte", "gt", "gte", "longer_than", "shorter_than", "has_length"})
LONGEST_NUMBER = 32
#: So much of what an author wrote stands in a message.
SHOWN = 60
DAYS = frozenset({"before", "on_or_before", "after", "on_or_after"})


@dataclass
class Known:
    """The keys of a form, as one step sees them: ``earlier`` ones with their questions."""

    everywhere: set[str]
    repeated: set[str]
    earlier: dict[str, dict[str, Any]]

    def with_turn(self, turn: dict[str, dict[str, Any]]) -> "Known":
        """Return what a page of a turn sees: the earlier questions of the same turn as well."""
        return Known(self.everywhere | set(turn), self.repeated - set(turn), {**self.earlier, **turn})


def condition_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of every step's ``show_if``."""
    steps = blueprint.schema["steps"]
    everywhere = {key for step in steps for key in answered_in(step)}
    inside = {key for step in steps if in_turns(step) for key in asked_in(step)}
    known = Known(everywhere, inside - everywhere, {})
    passed: dict[str, dict[str, Any]] = {}
    turn: dict[str, dict[str, Any]] = {}
    for position, step in enumerate(steps):
        if not step.get("part_of"):
            known.earlier.update(passed)
            passed, turn = answered_in(step), {}
        for leaf in leaves(step["show_if"]):
            fault = _fault(leaf, step["title"], known.with_turn(turn))
            if fault:
                yield GateFinding(*fault, "", blueprint.block_ids[position, None])
        if in_turns(step):
            turn.update(asked_in(step))


def in_turns(step: Mapping[str, Any]) -> bool:
    """Return whether a step is answered several times, by itself or as a further page of another."""
    return bool(step.get("repeat") or step.get("part_of"))


def asked_in(step: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the questions of a step by key, and what is worked out there."""
    return {question["key"]: question for question in step["questions"] if question["kind"] not in CONTENT_KINDS}


def answered_in(step: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what a later step can look at, by key: answers and results, or all items of a step that repeats."""
    if step.get("repeat"):
        return {step["slug"]: {"kind": "repeat", "options": []}}
    return {} if step.get("part_of") else asked_in(step)


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
    words = {"step": step, "key": key[:SHOWN], "value": value[:SHOWN], "op": op[:SHOWN]}
    if op == UNREADABLE:
        message = _("The imported condition of the step “%(step)s” cannot be read.") % words
        return "forms.unreadable-condition", message, _("Delete it and write your own.")
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
    if op in NUMBERS and not _is_short_number(value):
        message = _("Step “%(step)s” compares “%(key)s” with “%(value)s”, which is not a number.") % words
        return "forms.not-a-number", message, _("Write a number of at most 30 digits, such as 10 or 0.5.")
    if op in DAYS and read_day(value) is None:
        message = _("Step “%(step)s” compares “%(key)s” with “%(value)s”, which is not a day.") % words
        return "forms.not-a-day", message, _("Write it as 2026-04-01, today, today-16y or today+28d.")
    return None


def _is_short_number(text: str) -> bool:
    return len(text) <= LONGEST_NUMBER and read_number(text) is not None


def _values(question: Mapping[str, Any]) -> list[str]:
    if question["kind"] in {"yes_no", "declaration"}:
        return ["yes", "no"]
    return [option["value"] for option in question.get("options", ())]

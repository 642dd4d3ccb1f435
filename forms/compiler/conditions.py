"""Faults in conditions: a question that is not there or comes later, a choice that does not exist."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint

EXACT = frozenset({"is", "is_not", "contains", "not_contains"})


def condition_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of every step's ``show_if``."""
    steps = blueprint.schema["steps"]
    everywhere = {question["key"] for step in steps for question in step["questions"] if "required" in question}
    earlier: dict[str, dict[str, Any]] = {}
    for position, step in enumerate(steps):
        for leaf in leaves(step["show_if"]):
            fault = _fault(leaf, step["title"], earlier, everywhere)
            if fault:
                yield GateFinding(*fault, "", blueprint.block_ids[position, None])
        earlier.update({question["key"]: question for question in step["questions"] if "required" in question})


def leaves(tree: Mapping[str, Any] | None) -> Iterator[Mapping[str, Any]]:
    """Yield the single comparisons of a tree."""
    if not tree:
        return
    for branch in [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]:
        yield from leaves(branch)
    if "key" in tree:
        yield tree


def _fault(
    leaf: Mapping[str, Any], step: str, earlier: Mapping[str, Mapping[str, Any]], everywhere: set[str]
) -> tuple[str, str, str] | None:
    words = {"step": step, "key": leaf["key"], "value": leaf["value"]}
    if leaf["key"] not in everywhere:
        message = _("Step “%(step)s” depends on the question “%(key)s”, which is not in this form.") % words
        return "forms.missing-target", message, _("Choose a question that is in an earlier step.")
    if leaf["key"] not in earlier:
        message = _("Step “%(step)s” depends on the question “%(key)s”, which comes later.") % words
        return "forms.later-question", message, _("Move this step after that question.")
    values = _values(earlier[leaf["key"]])
    if leaf["op"] in EXACT and values and leaf["value"] not in values:
        message = _("Step “%(step)s” waits for the choice “%(value)s”, which “%(key)s” does not have.") % words
        return "forms.missing-option", message, _("Use the key of one of its choices.")
    return None


def _values(question: Mapping[str, Any]) -> list[str]:
    if question["kind"] in {"yes_no", "declaration"}:
        return ["yes", "no"]
    return [option["value"] for option in question["options"]]

"""Routes of GOV.UK Forms. At a routing step the first condition decides: its answer matches, or it has no answer.

A condition leads to a step, to the end (``skip_to_end``) or to an exit page of its own.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.base import Tree
from forms.exchange.flow import END, Links
from forms.exchange.ledger import Outcome
from forms.exchange.logic import FALSE, TRUE, leaf
from forms.exchange.node import Node

Questions = Mapping[str, dict[str, Any]]


def links_of(steps: Mapping[str, Node], questions: Questions) -> tuple[dict[str, Links], dict[str, Node]]:
    """Return each step's ways on, and the conditions whose exit page is a step of ours, by the name we give it."""
    links: dict[str, Links] = {}
    exits: dict[str, Node] = {}
    names = list(steps)
    for n, (name, step) in enumerate(steps.items()):
        following = step.peek("next_step_id")
        default = (
            str(following)
            if following is not None
            else (names[n + 1] if "next_step_id" not in step.value and n + 1 < len(names) else END)
        )
        ways = []
        for condition in step.items("routing_conditions"):
            target = _target(condition, steps, exits)
            ways.append((_when(condition, questions, steps), target))
        links[name] = Links(ways, default if default in steps else None)
    links.update({name: Links() for name in exits})
    return links, exits


def _target(condition: Node, steps: Mapping[str, Node], exits: dict[str, Node]) -> str:
    condition.mark(Outcome.MAPPED)
    for key in ("id", "skip_to_end", "routing_page_id", "check_page_id", "answer_value", "goto_page_id"):
        condition.take(key)
    if condition.peek("validation_errors") == []:
        condition.take("validation_errors")
    if condition.peek("exit_page_markdown"):
        name = f"exit {condition.pointer}"
        exits[name] = condition
        return name
    goto = str(condition.peek("goto_page_id") or "")
    if goto in steps:
        return goto
    if not condition.peek("skip_to_end"):
        reason = _("This link leads to a page that is not there, so the form ends here.")
        condition.ledger.worsen(condition.pointer, Outcome.DOWNGRADED, reason)
    return END


def _when(condition: Node, questions: Questions, steps: Mapping[str, Node]) -> Tree:
    """Return the condition on the answer; a route without an answer is always taken."""
    answer = condition.peek("answer_value")
    if answer in (None, ""):
        return TRUE
    asked = str(condition.peek("check_page_id") or "")
    values = _values(questions[asked], steps[asked]) if asked in questions else {}
    if str(answer) not in values:
        reason = _("The question has no choice “%(value)s”, so this route is never taken.")
        condition.ledger.worsen(condition.pointer, Outcome.DOWNGRADED, reason % {"value": str(answer)[:60]})
        return FALSE
    return leaf(str(questions[asked]["key"]), "is", values[str(answer)])


def _values(question: dict[str, Any], step: Node) -> dict[str, str]:
    """Return our option values by what the source compares: an option's value, or its name where it has none."""
    options = question.get("options", [])
    source = step.child("data").child("answer_settings").items("selection_options")
    found = {
        str(node.peek("value") or node.peek("name")): option["value"]
        for node, option in zip(source, options, strict=False)
    }
    if len(options) > len(source):
        found["none_of_the_above"] = options[-1]["value"]
    return found

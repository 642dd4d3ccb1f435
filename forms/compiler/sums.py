"""Faults in calculations: a formula that cannot be read, or that needs an answer which is not there yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.compiler.conditions import answered_in
from forms.engine.schema import NUMERIC_KINDS, WORKED_OUT_KINDS
from forms.engine.sums import FormulaError, keys_of, parse


def sum_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of every calculation, and of every price that is one."""
    earlier: dict[str, Mapping[str, Any]] = {}
    for position, step in enumerate(blueprint.schema["steps"]):
        for n, question in enumerate(step["questions"]):
            formula = question.get("limits", {}).get("formula") or question.get("limits", {}).get("amount")
            if formula is not None:
                fault = _fault(str(formula), {"step": step["title"], "label": question["label"]}, earlier)
                if fault:
                    yield GateFinding(*fault, "", blueprint.block_ids[position, n])
            if question["kind"] in WORKED_OUT_KINDS:
                earlier[question["key"]] = question
        earlier.update(answered_in(step))


def _fault(
    formula: str, place: dict[str, str], earlier: Mapping[str, Mapping[str, Any]]
) -> tuple[str, str, str] | None:
    try:
        parse(formula)
    except FormulaError as error:
        message = _("In step “%(step)s” the formula of “%(label)s” cannot be read at “%(part)s”.") % {
            **place,
            "part": str(error),
        }
        return "forms.formula", message, _("Use numbers, keys in braces, + - * / ( ) min max round floor.")
    for key in keys_of(formula):
        question = earlier.get(key)
        if question is None or question["kind"] not in NUMERIC_KINDS | {"repeat"}:
            message = _("In step “%(step)s” the formula of “%(label)s” needs the number “%(key)s”.") % {
                **place,
                "key": key,
            }
            return "forms.formula-key", message, _("Use the key of a number that is asked in an earlier step.")
    return None

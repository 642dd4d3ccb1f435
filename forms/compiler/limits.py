"""Limits that no answer can meet: the most below the least, a day that is none, a choice without choices."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.conditions import read_number
from forms.engine.days import read_day
from forms.engine.schema import CHOICE_KINDS, CONTENT_KINDS

#: The least that each limit in whole numbers may be, and the most.
WHOLE = {
    "max_length": (1, 20_000),
    "max_words": (1, 5_000),
    "min_choices": (1, 1_000),
    "max_choices": (1, 1_000),
    "max_files": (1, 10),
    "places": (0, 6),
}
#: What is wrong, and what to do.
Fault = tuple[str, str]


def limit_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each limit that cannot be read or kept."""
    for position, step in enumerate(blueprint.schema["steps"]):
        for n, question in enumerate(step["questions"]):
            if question["kind"] in CONTENT_KINDS:
                continue
            place = {"step": step["title"], "label": question["label"]}
            for wrong, how in _faults(question):
                message = _("In step “%(step)s” the question “%(label)s” cannot be answered: %(wrong)s") % {
                    **place,
                    "wrong": wrong,
                }
                yield GateFinding("forms.limits", message, how, "", blueprint.block_ids[position, n])


def _faults(question: Mapping[str, Any]) -> Iterator[Fault]:
    limits = question["limits"]
    yield from _whole(limits)
    yield from _numbers(limits)
    yield from _days(limits)
    if question["kind"] in CHOICE_KINDS:
        yield from _choices(question, limits)


def _whole(limits: Mapping[str, Any]) -> Iterator[Fault]:
    for name, (least, most) in WHOLE.items():
        value = limits.get(name, least)
        if type(value) is not int or not least <= value <= most:
            words = {"limit": name, "value": str(value)[:40], "least": least, "most": most}
            yield (
                _("its limit “%(limit)s” is “%(value)s”.") % words,
                _("Use a whole number from %(least)d to %(most)d, or leave it empty.") % words,
            )


def _numbers(limits: Mapping[str, Any]) -> Iterator[Fault]:
    found: dict[str, Decimal] = {}
    for name in ("min", "max"):
        number = read_number(str(limits.get(name, "0")))
        if number is None:
            wrong = _("“%(value)s” is not a number.") % {"value": str(limits[name])[:40]}
            yield wrong, _("Write its limits as numbers, such as 10 or 0.5.")
        elif name in limits:
            found[name] = number
    if len(found) == len(("min", "max")) and found["min"] > found["max"]:
        wrong = _("the lowest is %(min)s and the highest %(max)s.") % limits
        yield wrong, _("Let the highest be at least the lowest.")


def _days(limits: Mapping[str, Any]) -> Iterator[Fault]:
    for name in ("earliest", "latest"):
        if name in limits and read_day(str(limits[name])) is None:
            wrong = _("“%(value)s” is not a day.") % {"value": str(limits[name])[:40]}
            yield wrong, _("Write it as 2026-04-01, today, today-16y or today+28d.")
    earliest, latest = (read_day(str(limits.get(name, ""))) for name in ("earliest", "latest"))
    if earliest and latest and earliest > latest:
        wrong = _("the first day is %(earliest)s and the last %(latest)s.") % limits
        yield wrong, _("Let the last day be on or after the first.")


def _choices(question: Mapping[str, Any], limits: Mapping[str, Any]) -> Iterator[Fault]:
    together = sum(not option.get("exclusive") for option in question["options"])
    if not question["options"]:
        yield _("it has no choices."), _("Add its choices, or ask in another way.")
        return
    least, most = (limits.get(name) for name in ("min_choices", "max_choices"))
    if isinstance(least, int) and isinstance(most, int) and least > most:
        wrong = _("at least %(min_choices)s and at most %(max_choices)s must be picked.") % limits
        yield wrong, _("Let the most be at least the least.")
    elif isinstance(least, int) and least > max(together, 1):
        wrong = _("at least %(min_choices)s must be picked, but it has too few choices.") % limits
        yield wrong, _("Ask for fewer, or add choices.")

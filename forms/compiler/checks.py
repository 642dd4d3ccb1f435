"""What keeps a form from being published, each with its place and its cure."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.compiler.conditions import condition_faults
from forms.compiler.reach import unreachable_faults
from forms.compiler.reserved import reserved_faults
from forms.compiler.words import word_faults

Check = Callable[[Blueprint], Iterator[GateFinding]]


def findings(blueprint: Blueprint) -> list[GateFinding]:
    """Return all faults of a blueprint, in reading order of the checks; an empty list means it can run."""
    found = [finding for check in CHECKS for finding in check(blueprint)]
    return found or list(unreachable_faults(blueprint))


def _missing_facts(blueprint: Blueprint) -> Iterator[GateFinding]:
    schema = blueprint.schema
    if not schema["promise"]:
        yield GateFinding(
            rule="forms.no-promise",
            message=_("This form has no service promise."),
            how=_("Choose one in the Settings tab: it says how many working days we need and who to call."),
        )
    if not schema["privacy"]:
        yield GateFinding(
            rule="forms.no-privacy-notice",
            message=_("This form has no privacy notice."),
            how=_("Write what we do with the answers and how long we keep them."),
        )
    if not schema["team"]:
        yield GateFinding(
            rule="forms.no-team",
            message=_("This form has no owning team."),
            how=_("Choose one in the Settings tab: requests are sent to its email address."),
        )


def _no_questions(blueprint: Blueprint) -> Iterator[GateFinding]:
    if not any(item.get("required") is not None for step in blueprint.schema["steps"] for item in step["questions"]):
        yield GateFinding(
            rule="forms.no-questions", message=_("This form asks nothing."), how=_("Add a step with a question.")
        )


def _duplicates(blueprint: Blueprint) -> Iterator[GateFinding]:
    keys: set[str] = set()
    slugs: set[str] = set()
    for position, step in enumerate(blueprint.schema["steps"]):
        if step["slug"] in slugs:
            message = _("Two steps have the address “%(name)s”.") % {"name": step["slug"]}
            yield GateFinding(
                "forms.duplicate-step", message, _("Give one another."), "", blueprint.block_ids[position, None]
            )
        slugs.add(step["slug"])
        for n, question in enumerate(step["questions"]):
            if "required" not in question:
                continue
            if question["key"] in keys:
                message = _("In step “%(step)s” the key “%(name)s” is used a second time.") % {
                    "step": step["title"],
                    "name": question["key"],
                }
                yield GateFinding(
                    "forms.duplicate-key",
                    message,
                    _("Give the question another key."),
                    "",
                    blueprint.block_ids[position, n],
                )
            keys.add(question["key"])


CHECKS: tuple[Check, ...] = (_missing_facts, _no_questions, _duplicates, reserved_faults, word_faults, condition_faults)

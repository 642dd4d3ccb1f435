"""What keeps a form from being published, each with its place and its cure."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.compiler.conditions import condition_faults
from forms.compiler.duplicates import duplicate_faults
from forms.compiler.limits import limit_faults
from forms.compiler.names import name_faults
from forms.compiler.reach import unreachable_faults
from forms.compiler.repeats import repeat_faults
from forms.compiler.sums import sum_faults
from forms.compiler.unconfirmed import unconfirmed_faults
from forms.compiler.words import word_faults
from forms.engine.schema import CONTENT_KINDS, WORKED_OUT_KINDS

#: With one of these nobody can say where a path leads.
BREAKS_PATHS = frozenset(
    {
        "forms.missing-target",
        "forms.later-question",
        "forms.repeated-question",
        "forms.unknown-comparison",
        "forms.unreadable-condition",
        "forms.duplicate-key",
        "forms.duplicate-step",
    }
)
Check = Callable[[Blueprint], Iterator[GateFinding]]


def findings(blueprint: Blueprint) -> list[GateFinding]:
    """Return all faults of a blueprint, in reading order of the checks; an empty list means it can run."""
    found = [finding for check in CHECKS for finding in check(blueprint)]
    if any(finding.rule in BREAKS_PATHS for finding in found):
        return found
    return [*found, *unreachable_faults(blueprint)]


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


def _retention(blueprint: Blueprint) -> Iterator[GateFinding]:
    if not all(blueprint.schema["retention"].values()):
        yield GateFinding(
            rule="forms.no-retention",
            message=_("This form does not say how long we keep the answers."),
            how=_("Enter the days for unfinished answers and for closed requests in the Settings tab."),
        )


def _no_questions(blueprint: Blueprint) -> Iterator[GateFinding]:
    kinds = {question["kind"] for step in blueprint.schema["steps"] for question in step["questions"]}
    if kinds <= CONTENT_KINDS | WORKED_OUT_KINDS:
        yield GateFinding(
            rule="forms.no-questions", message=_("This form asks nothing."), how=_("Add a step with a question.")
        )


CHECKS: tuple[Check, ...] = (
    _missing_facts,
    _retention,
    _no_questions,
    unconfirmed_faults,
    duplicate_faults,
    name_faults,
    repeat_faults,
    word_faults,
    limit_faults,
    condition_faults,
    sum_faults,
)

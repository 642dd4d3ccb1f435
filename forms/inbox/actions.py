"""The forms on the page of a request: a name, what is filled in, what it does, what it says afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.models import User
from forms.inbox import forms, operations
from forms.models import Submission

SAVE = _("Save")


@dataclass(frozen=True)
class CaseAction:
    """``run`` gets the request, what was filled in and who did so."""

    name: str
    title: str | Promise
    form: type[forms.CaseForm]
    run: Callable[[Submission, dict[str, Any], User], object]
    done: str | Promise
    button: str | Promise = SAVE


def _merge(case: Submission, data: dict[str, Any], staff: User) -> None:
    operations.merge(case, data["reference"], staff)


def _decide(case: Submission, data: dict[str, Any], staff: User) -> None:
    operations.move_on(case, data["status"], data["public_text"], staff, "submission.decide")


ACTIONS = {
    action.name: action
    for action in (
        CaseAction(
            "status",
            _("Move it on"),
            forms.StatusForm,
            lambda case, data, staff: operations.move_on(case, data["status"], data["public_text"], staff),
            _("Saved. The resident can see it now."),
        ),
        CaseAction("decide", _("Decide"), forms.DecideForm, _decide, _("Decided. The resident is told.")),
        CaseAction(
            "ask",
            _("Ask the resident"),
            forms.AskForm,
            lambda case, data, staff: operations.ask(case, data["text"], staff),
            _("Asked. The answer appears here."),
            _("Send"),
        ),
        CaseAction(
            "note",
            _("Add a note"),
            forms.NoteForm,
            lambda case, data, staff: operations.add_note(case, data["text"], staff),
            _("Noted."),
        ),
        CaseAction(
            "assign",
            _("Assign"),
            forms.AssignForm,
            lambda case, data, staff: operations.assign(case, data["assignee"], staff),
            _("Assigned."),
        ),
        CaseAction(
            "team",
            _("Move to another team"),
            forms.TeamForm,
            lambda case, data, staff: operations.move_team(case, data["team"], staff),
            _("Moved to the other team."),
            _("Move"),
        ),
        CaseAction(
            "merge",
            _("Merge with a request that we had first"),
            forms.MergeForm,
            _merge,
            _("Merged. Both residents are told how it ends."),
            _("Merge"),
        ),
    )
}


def first_values(case: Submission) -> dict[str, dict[str, Any]]:
    """Return what each form shows before anybody fills it in."""
    return {"status": {"status": case.status}, "assign": {"assignee": case.assignee_id}, "team": {"team": case.team_id}}

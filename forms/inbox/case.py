"""One request: its answers, its story and what can be done. Every look at answers is written down."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from core.models import User
from core.services import UnsealError, member_of_staff, record_event, try_again
from forms.delivery.needs import needs_of
from forms.engine.summary import Group, summarise
from forms.inbox.access import MOVE_ON, PEOPLE, READ, permitted
from forms.inbox.actions import ACTIONS, CaseAction, first_values
from forms.inbox.decisions import templates_for
from forms.inbox.forms import CaseForm
from forms.inbox.scope import visible_cases
from forms.models import Submission
from forms.payments.dues import decisions_of
from forms.payments.refusals import refusals_of
from forms.payments.staff.access import VIEW as SEE_PAYMENTS
from forms.rights.messages import refused_of


def case_or_404(staff: User, pk: UUID) -> Submission:
    """Return a request that this member of staff sees; any other is not there."""
    rows = visible_cases(staff).select_related("version__form", "staff", "team", "assignee", "merged_into")
    return get_object_or_404(rows, pk=pk)


@permitted(READ)
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one request with its answers."""
    staff = member_of_staff(request)
    return show(request, case_or_404(staff, pk), staff)


@require_POST
@permitted(READ, MOVE_ON)
def act(request: HttpRequest, pk: UUID, action: str) -> HttpResponse:
    """Do one thing with a request; what was typed into a refused form is shown again."""
    staff = member_of_staff(request)
    case = case_or_404(staff, pk)
    chosen = ACTIONS[action]
    form = chosen.form(request.POST, case=case, staff=staff, prefix=action)
    if not allowed(case, chosen):
        raise PermissionDenied
    if not form.is_valid():
        return show(request, case, staff, {action: form}, status=422)
    chosen.run(case, form.cleaned_data, staff)
    messages.success(request, str(chosen.done))
    seen = visible_cases(staff).filter(pk=pk).exists()
    return HttpResponseRedirect(
        reverse("onlineforms_inbox:read", args=[pk]) if seen else reverse("onlineforms_inbox:index")
    )


def allowed(case: Submission, action: CaseAction) -> bool:
    """Return whether this can be done: what was merged ends with the other, what is erased is over."""
    if case.merged_into_id:
        return action.name in {"note", "assign", "team"}
    return case.erased_at is None or action.name in {"assign", "team"}


@require_POST
@permitted(READ, MOVE_ON)
def resend(request: HttpRequest, pk: UUID, delivery: UUID) -> HttpResponse:
    """Send a refused delivery again."""
    staff = member_of_staff(request)
    case = case_or_404(staff, pk)
    row = get_object_or_404(case.deliveries, pk=delivery)
    try_again(row)
    record_event(verb="submission.resend", obj=case, actor=staff)
    messages.success(request, _("We send it again now."))
    return HttpResponseRedirect(reverse("onlineforms_inbox:read", args=[pk]))


def show(
    request: HttpRequest, case: Submission, staff: User, bound: dict[str, CaseForm] | None = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a request, and write down who looked."""
    record_event(verb="submission.read", obj=case, actor=staff)
    context = {
        "submission": case,
        "late": case.closed_at is None and case.due_on < timezone.localdate(),
        "forms": forms_for(request, case, staff, bound or {}),
        "form": staff.has_perm(MOVE_ON),
        "people": staff.has_perm(PEOPLE),
        "templates": templates_for(case) if staff.has_perm(MOVE_ON) else [],
        "duplicates": visible_cases(staff).filter(merged_into=case),
        "events": case.events.select_related("staff"),
        "deliveries": case.deliveries.order_by("created_at"),
        "files": case.files.all(),
        "refusals": refusals_of(case),
        "dues": decisions_of(case),
        "unsent": refused_of(case),
        "answered_at": fresh_answer(case),
        "sees": staff.has_perm(SEE_PAYMENTS),
        **contents(case),
    }
    response = render(request, "forms/admin/read.html", context, status=status)
    add_never_cache_headers(response)
    return response


def contents(case: Submission) -> dict[str, Any]:
    """Return what lies under seal; where it does not open, the page says so instead of failing."""
    try:
        return {
            "needs": needs_of(case),
            "groups": answers_of(case),
            "notes": [(note, note.text) for note in _with_case(case, case.casenotes.select_related("author"))],
            "questions": [
                (question, question.text, question.answer, case.files.filter(question_key=question.file_key))
                for question in _with_case(case, case.casequestions.select_related("author"))
            ],
        }
    except UnsealError:
        return {"unreadable": True}


def fresh_answer(case: Submission) -> datetime | None:
    """Return when the resident last answered what we asked; None where staff have gone on with the request since."""
    newest: datetime | None = case.casequestions.aggregate(newest=Max("answered_at"))["newest"]
    if newest is None or case.closed_at or case.events.filter(staff__isnull=False, at__gt=newest).exists():
        return None
    return newest


def _with_case(case: Submission, rows: Any) -> list[Any]:
    """Return the rows, each with the request that is open already: its key is fetched once."""
    found = list(rows)
    for row in found:
        row.submission = case
    return found


def forms_for(
    request: HttpRequest, case: Submission, staff: User, bound: dict[str, CaseForm]
) -> list[tuple[CaseAction, CaseForm, bool]]:
    """Return what can be done, each with its form and whether that stands open."""
    if not staff.has_perm(MOVE_ON):
        return []
    values = first_values(case)
    chosen = next((one for one in templates_for(case) if str(one.pk) == request.GET.get("decide")), None)
    if chosen:
        values["decide"] = {"public_text": chosen.text}
    made = []
    for name, action in ACTIONS.items():
        if allowed(case, action):
            form = bound.get(name) or action.form(initial=values.get(name), case=case, staff=staff, prefix=name)
            made.append((action, form, name in bound or (name == "decide" and chosen is not None)))
    return made


def answers_of(submission: Submission) -> list[Group]:
    """Return labels and answers in the words of the version that asked; an empty list after erasure."""
    answers = submission.open_content().get("answers")
    if answers is None:
        return []
    names = {str(file.pk): file.name for file in submission.files.all()}
    return summarise(submission.version.compiled, answers, names)

"""Do one thing with many requests, after a page that says to how many and which."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from core.models import Team, User
from core.services import member_of_staff
from forms.inbox import operations
from forms.inbox.access import MOVE_ON, READ, permitted
from forms.inbox.forms import words
from forms.inbox.scope import visible_cases, who_sees
from forms.models import Submission
from forms.models.status import LONGEST_WORDS
from forms.models.submission import Status

#: More than a screen of them nobody looks through before pressing the button.
MOST = 200


class BulkStatus(forms.Form):
    """A state, and words that every one of the residents reads."""

    status = forms.ChoiceField(label=gettext_lazy("Where they stand"), choices=Status.choices)
    public_text = forms.CharField(
        label=gettext_lazy("Words for all of these residents"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=words(),
    )


class BulkAssign(forms.Form):
    """Somebody who sees all of them."""

    assignee = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Who deals with them"),
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
    )


class BulkTeam(forms.Form):
    """Another team."""

    team = forms.ModelChoiceField(Team.objects.all(), label=gettext_lazy("Team"))


Apply = Callable[[Submission, dict[str, Any], User], None]
KINDS: dict[str, tuple[type[forms.Form], Apply, Any]] = {
    "assign": (
        BulkAssign,
        lambda case, data, staff: operations.assign(case, data["assignee"], staff),
        gettext_lazy("Assign"),
    ),
    "status": (
        BulkStatus,
        lambda case, data, staff: operations.move_on(case, data["status"], data["public_text"], staff),
        gettext_lazy("Move them on"),
    ),
    "team": (
        BulkTeam,
        lambda case, data, staff: operations.move_team(case, data["team"], staff),
        gettext_lazy("Move them to another team"),
    ),
}


@require_POST
@permitted(READ, MOVE_ON)
def bulk(request: HttpRequest) -> HttpResponse:
    """Ask what to do with the chosen requests; a second post does it."""
    staff = member_of_staff(request)
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        raise Http404
    cases = chosen(request, staff, kind)
    if not cases:
        messages.error(request, _("Choose one or more requests first, 200 at most."))
        return HttpResponseRedirect(reverse("onlineforms_inbox:index"))
    form_class, apply, title = KINDS[kind]
    form = form_class(request.POST if "confirmed" in request.POST else None)
    if kind == "assign":
        form.fields["assignee"].queryset = _who_sees_all(cases)  # type: ignore[attr-defined] # a ModelChoiceField
    if not form.is_valid():
        context = {"cases": cases, "form": form, "kind": kind, "title": title}
        return render(request, "forms/admin/bulk.html", context, status=422 if form.is_bound else 200)
    with transaction.atomic():
        for case in cases:
            apply(case, form.cleaned_data, staff)
    done = ngettext("Done for %(count)d request.", "Done for %(count)d requests.", len(cases))
    messages.success(request, done % {"count": len(cases)})
    return HttpResponseRedirect(reverse("onlineforms_inbox:index"))


def chosen(request: HttpRequest, staff: User, kind: str) -> list[Submission]:
    """Return the requests whose boxes were ticked; Http404 when one is not theirs to see, or is no request."""
    try:
        wanted = {UUID(pk) for pk in request.POST.getlist("case")}
    except ValueError:
        raise Http404 from None
    if len(wanted) > MOST:
        return []
    found = list(visible_cases(staff).filter(pk__in=wanted).select_related("version__form").order_by("due_on", "pk"))
    if len(found) != len(wanted):
        raise Http404
    # What was merged follows the other one, and nobody is told about what is erased.
    return [case for case in found if kind != "status" or not (case.merged_into_id or case.erased_at)]


def _who_sees_all(cases: list[Submission]) -> Any:
    kinds = {(case.team_id, case.escalated_to_id, case.version.form_id): case for case in cases}
    first, *others = kinds.values()
    everybody = who_sees(first)
    for case in others:
        everybody = everybody.filter(pk__in=who_sees(case).values("pk"))
    return everybody

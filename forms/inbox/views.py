"""The list of requests: found, narrowed, paged. No answer is opened for it."""

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from core.services import member_of_staff, record_event
from forms.inbox.access import EXPORT, MOVE_ON, READ, RIGHTS, permitted
from forms.inbox.filters import FilterForm
from forms.inbox.paging import Order, slice_of
from forms.inbox.scope import visible_cases
from forms.inbox.trouble import with_refused_payments
from forms.models import Submission

COLUMNS = (
    *("reference", "status", "received_at", "due_on", "closed_at", "merged_into", "escalated_to"),
    *("email_hash", "phone_hash", "team__name", "assignee__first_name", "assignee__last_name", "assignee__username"),
)


@permitted(READ)
def index(request: HttpRequest) -> HttpResponse:
    """List requests, late ones first: no answers here, so that a glance is not a reading."""
    form, rows, order = narrowed(request)
    page = slice_of(in_columns(rows), order, request.GET.get("at", ""))
    wanted = request.GET.copy()
    wanted.pop("at", None)
    context = {
        "filters": form,
        "page": page,
        "today": timezone.localdate(),
        "query": wanted.urlencode(),
        "changes": request.user.has_perm(MOVE_ON),
        "exports": request.user.has_perm(EXPORT),
        "rights": request.user.has_perm(RIGHTS),
        "narrowed": any(wanted.values()),
        "refused": visible_cases(member_of_staff(request)).filter(pk__in=with_refused_payments()).count(),
    }
    response = render(request, "forms/admin/index.html", context)
    add_never_cache_headers(response)
    return response


def narrowed(request: HttpRequest) -> tuple[FilterForm, QuerySet[Submission], Order]:
    """Return the filters, the rows that this member of staff sees through them, and their order."""
    staff = member_of_staff(request)
    form = FilterForm(request.GET, staff)
    rows, order = form.narrow(visible_cases(staff))
    if form.by_contact:
        record_event(verb="submission.find", obj="onlineforms.submission:contact", actor=staff)
    return form, rows, order


def in_columns(rows: QuerySet[Submission]) -> "QuerySet[Submission, Any]":
    """Fetch what a line of the list shows and nothing else: a version holds the whole form."""
    shown = rows.only(*COLUMNS)
    titles = {"title": F("version__form__title"), "slug": F("version__form_slug")}
    return shown.select_related("team", "assignee").annotate(**titles)

"""All requests of one person, and of one property, for staff who may see that. Matched by keyed hash, never by name."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from core.models import User
from core.services import member_of_staff, record_event
from forms.delivery.properties import same_property
from forms.inbox.access import PEOPLE, READ, permitted
from forms.inbox.case import case_or_404
from forms.inbox.scope import visible_cases
from forms.inbox.views import in_columns
from forms.models import ProvenContact, Submission

#: So many are shown; a person with more is found by filters.
MOST = 200


@dataclass(frozen=True)
class Match:
    """Another request, of any team; ``proven``: the contact that both share was proved with a code.

    Only one that is ``seen`` by this member of staff can be opened from here.
    """

    case: Any
    proven: bool
    seen: bool


@require_safe
@permitted(READ, PEOPLE)
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List the requests that share a contact detail with this one; a shared mailbox may be of two people."""
    staff = member_of_staff(request)
    case = case_or_404(staff, pk)
    proven = set(ProvenContact.objects.filter(contact_hash__in=hashes_of(case)).values_list("contact_hash", flat=True))
    matches = _matches(staff, same_contact(case), proven)
    record_event(verb="person.read", obj=case, actor=staff)
    context = {
        "submission": case,
        "sure": [m for m in matches if m.proven],
        "rest": [m for m in matches if not m.proven],
    }
    return _page(request, "forms/admin/person.html", context)


@require_safe
@permitted(READ, PEOPLE)
def place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List the requests about the same property."""
    staff = member_of_staff(request)
    case = case_or_404(staff, pk)
    if not case.place_hash:
        raise Http404
    matches = _matches(staff, same_property(case), set())
    record_event(verb="property.read", obj=case, actor=staff)
    return _page(request, "forms/admin/property.html", {"submission": case, "rest": matches})


def _matches(staff: User, condition: Q, proven: set[str]) -> list[Match]:
    """Return the newest requests that fit, of every team: that is what the permission is for."""
    rows = in_columns(Submission.objects.filter(condition, is_test=False)).order_by("-received_at")
    found = list(rows[:MOST])
    seen = set(visible_cases(staff).filter(pk__in=[row.pk for row in found]).values_list("pk", flat=True))
    return [Match(row, bool(proven & hashes_of(row)), row.pk in seen) for row in found]


LINE = (
    "reference",
    "status",
    "received_at",
    "due_on",
    "closed_at",
    "merged_into",
    "email_hash",
    "phone_hash",
    "team__name",
)


def hashes_of(case: Submission) -> set[str]:
    """Return the keyed hashes of the contact details of a request."""
    return {value for value in (case.email_hash, case.phone_hash) if value}


def same_contact(case: Submission) -> Q:
    """Return what finds the requests with the same e-mail address or phone number; Http404 where there is neither."""
    known = {name: getattr(case, name) for name in ("email_hash", "phone_hash") if getattr(case, name)}
    if not known:
        raise Http404
    found = Q()
    for name, value in known.items():
        found |= Q(**{name: value})
    return found


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, template, {**context, "today": timezone.localdate()})
    add_never_cache_headers(response)
    return response

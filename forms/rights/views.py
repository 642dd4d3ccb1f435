"""The retention schedule, and the answer to a person who asks for their data or for its erasure."""

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from core.models import User
from core.services import member_of_staff, record_event, record_events
from forms.inbox.access import RIGHTS, permitted
from forms.inbox.filters import contact_hashes
from forms.models import Erasure, ProvenContact, Submission
from forms.rights.copy import copy_for
from forms.rights.drafts import drafts_of, erase_drafts
from forms.rights.erase import erase_case
from forms.rights.forms import PersonForm
from forms.rights.registry import erase_elsewhere, held_elsewhere
from forms.rights.schedule import schedule

SHOWN = 50


@require_safe
@permitted(RIGHTS)
def retention(request: HttpRequest) -> HttpResponse:
    """Show the schedule of each form, what the next run erases, and what was erased."""
    context = {"schedule": list(schedule()), "erased": Erasure.objects.all()[:SHOWN]}
    return render(request, "forms/admin/rights/retention.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(RIGHTS)
def person(request: HttpRequest) -> HttpResponse:
    """Find what we hold about a person; hand it out or erase it."""
    staff = member_of_staff(request)
    if request.method != "POST":
        return _page(request, PersonForm())
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    cases = held_about(form.cleaned_data["contact"])
    faults = _faults(request, form, cases)
    for field, fault in faults.items():
        form.add_error(field, ValidationError(fault))
    if faults:
        return _page(request, form, status=422)
    if "erase" in request.POST:
        return _erase(request, cases, form.cleaned_data["contact"], staff)
    contact = form.cleaned_data["contact"]
    found, begun, more = list(cases), list(drafts_of(contact)), held_elsewhere(contact)
    handed_out = [*found, *begun, *(f"contact:{name}" for name in more)]
    record_events(verb="person.copy", objs=handed_out, actor=staff, channel=form.cleaned_data["checked"])
    response = HttpResponse(copy_for(found, more, begun), content_type="application/zip")
    name = f"requests-{timezone.localdate().isoformat()}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    add_never_cache_headers(response)
    return response


def held_about(contact: str) -> QuerySet[Submission]:
    """Return the requests that name this contact, of every team; none for a text that is no contact."""
    known = contact_hashes(contact.strip())
    real = Submission.objects.filter(is_test=False, erased_at=None)
    return real.filter(Q(**known)).select_related("version", "team").order_by("received_at") if known else real.none()


def _faults(request: HttpRequest, form: PersonForm, cases: QuerySet[Submission]) -> dict[str, str]:
    contact = form.cleaned_data["contact"]
    if not cases.exists() and not held_elsewhere(contact) and not drafts_of(contact).exists():
        return {"contact": _("We hold no request and no unfinished form with this contact.")}
    # A number may be written in a way in which other rooms find it and requests do not: then no code proves it.
    hashed = list(contact_hashes(contact.strip()).values())
    if form.cleaned_data["checked"] == "code" and not ProvenContact.objects.filter(contact_hash__in=hashed).exists():
        return {"checked": _("Nobody has typed a code for this contact yet. Ask them to open “My requests” first.")}
    if "erase" in request.POST and not form.cleaned_data["sure"]:
        return {"sure": _("Tick the box to erase.")}
    return {}


def _erase(request: HttpRequest, cases: QuerySet[Submission], contact: str, staff: User) -> HttpResponse:
    still_open = cases.filter(closed_at=None).count()
    count = sum(erase_case(case, Erasure.Reason.ASKED, staff) for case in cases.filter(closed_at__isnull=False))
    done = ngettext("Erased: %(count)d request.", "Erased: %(count)d requests.", count) % {"count": count}
    messages.success(request, done)
    begun = erase_drafts(drafts_of(contact), staff)
    if begun:
        words = ngettext("Erased: %(count)d unfinished form.", "Erased: %(count)d unfinished forms.", begun)
        messages.success(request, words % {"count": begun})
    for holding in erase_elsewhere(contact):
        record_event(verb="person.erase", obj=f"contact:{holding.name}", actor=staff)
        messages.success(request, str(holding.forgotten))
    if still_open:
        words = _("Not erased, because we still deal with them: %(count)d.") % {"count": still_open}
        messages.warning(request, words)
    return HttpResponseRedirect(reverse("onlineforms_inbox:retention"))


def _page(request: HttpRequest, form: PersonForm, status: int = 200) -> HttpResponse:
    response = render(request, "forms/admin/rights/person.html", {"form": form}, status=status)
    add_never_cache_headers(response)
    return response

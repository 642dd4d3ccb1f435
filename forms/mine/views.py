"""Ask for a contact, ask for the code, show what was sent with it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.services import UnsealError, record_event, take_token
from forms.delivery.questions import question_url
from forms.delivery.receipt import receipt_facts
from forms.delivery.updates import resume_updates, stop_updates
from forms.engine.summary import Group, summarise
from forms.mine.codes import GOOD_FOR, check_code, read_contact, requests_of, send_code
from forms.mine.visit import begin_visit, end_visit, for_visitor
from forms.models import Submission
from forms.runner.guard import private
from forms.runner.limits import allowed, too_many

PAGE_METHODS = ("GET", "HEAD", "POST")
MINUTES = int(GOOD_FOR.total_seconds() // 60)
#: More would say nothing to a person; the newest stand first.
MOST = 200


@csrf_exempt  # It only sends a code to the owner of the contact, and a token would set a cookie before anything.
@private
@require_http_methods(PAGE_METHODS)
def mine(request: HttpRequest) -> HttpResponse:
    """Ask for an e-mail address or a mobile number. The answer never says whether we know it."""
    if request.method != "POST":
        return render(request, "forms/mine/start.jinja", {"typed": "", "errors": []})
    typed = request.POST.get("contact", "")
    contact = read_contact(typed)
    if contact is None:
        words = _("Enter an email address such as name@example.org, or a mobile number such as 07700 900 123.")
        context = {"typed": typed, "errors": [{"text": words, "href": "#contact"}]}
        return render(request, "forms/mine/start.jinja", context, status=422)
    few = take_token("forms.code", contact.hashed, limit=5, seconds=3600)
    if not few or not allowed(request, "forms.mine", limit=10, seconds=600):
        return too_many(request, {"contact": _("Email address or mobile number")})
    return HttpResponseRedirect(reverse("forms:mine-code", args=[send_code(contact).pk]))


@private
@require_http_methods(PAGE_METHODS)
def code(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for the code. One that is wrong, used or too old, and one that was never sent, get the same answer."""
    if request.method != "POST":
        return render(request, "forms/mine/code.jinja", {"errors": [], "minutes": MINUTES})
    if not allowed(request, "forms.code-tries", limit=30, seconds=600):
        return too_many(request, {})
    contact = check_code(pk, request.POST.get("code", ""))
    if not contact:
        words = _("This code is not right, or its time is over. Check it, or ask for another one.")
        context = {"errors": [{"text": words, "href": "#code"}], "minutes": MINUTES}
        return render(request, "forms/mine/code.jinja", context, status=422)
    response = HttpResponseRedirect(reverse("forms:mine-list"))
    begin_visit(response, contact)
    return response


@require_safe
@for_visitor
def listing(request: HttpRequest, contact: str) -> HttpResponse:
    """List the requests of this contact."""
    rows = requests_of(contact)[:MOST]
    return render(request, "forms/mine/list.jinja", {"requests": rows, "today": timezone.localdate()})


@require_safe
@for_visitor
def one(request: HttpRequest, contact: str, pk: UUID) -> HttpResponse:
    """Show one request with its story and what was answered; one of another contact is not there."""
    submission = get_object_or_404(requests_of(contact), pk=pk)
    record_event(verb="submission.read", obj=submission, outcome="resident")
    waiting = submission.casequestions.filter(answered_at=None).select_related("submission")
    context = {
        **receipt_facts(submission),
        "late": submission.closed_at is None and submission.due_on < timezone.localdate(),
        "events": submission.events.all(),
        "questions": [question_url(question) for question in waiting],
        "back_url": reverse("forms:mine-list"),
        **_answers(submission),
    }
    return render(request, "forms/mine/one.jinja", context)


@require_POST
@for_visitor
def updates(request: HttpRequest, contact: str, pk: UUID) -> HttpResponse:
    """Stop the messages about one request, or begin them again."""
    submission = get_object_or_404(requests_of(contact), pk=pk)
    (stop_updates if "stop" in request.POST else resume_updates)(submission)
    return HttpResponseRedirect(reverse("forms:mine-one", args=[pk]))


@private
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the visit."""
    response = HttpResponseRedirect(reverse("forms:mine"))
    end_visit(request, response)
    return response


def _answers(submission: Submission) -> dict[str, Any]:
    """Return the answers in words; where they do not open, the page still shows how the request stands."""
    groups: list[Group] = []
    try:
        answers = submission.open_content().get("answers") or {}
    except UnsealError:
        return {"groups": groups}
    names = {str(file.pk): file.name for file in submission.files.all()}
    return {"groups": summarise(submission.version.compiled, answers, names)}

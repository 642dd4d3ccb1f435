"""Find a request again: the reference alone opens nothing, it is shared and may be guessed."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forms.delivery.contacts import email_hash, phone_hash
from forms.delivery.receipt import follow_url
from forms.delivery.references import tidy_reference
from forms.models import Submission
from forms.runner.guard import private
from forms.runner.limits import allowed, too_many

REASONS = ("required", "max_length")


class LookupForm(forms.Form):
    """Reference and contact; what is too long to be one is answered like one that is missing."""

    reference = forms.CharField(max_length=40, error_messages=dict.fromkeys(REASONS, _("Enter your reference.")))
    contact = forms.CharField(
        max_length=254,
        error_messages=dict.fromkeys(REASONS, _("Enter the email address or phone number that you gave us.")),
    )


def find_submission(reference: str, contact: str) -> Submission | None:
    """Return the request of that reference if ``contact`` is the e-mail or phone number given in it."""
    hashes = {"email_hash": email_hash(contact), "phone_hash": phone_hash(contact)}
    known = Q()
    for name, value in hashes.items():
        if value:
            known |= Q(**{name: value})
    if not known:
        return None
    real = Submission.objects.select_related("version").filter(is_test=False)
    return real.filter(known, reference=tidy_reference(reference)).first()


@csrf_exempt  # It changes nothing, and a token would set a cookie before anything was asked for.
@private
@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """Ask for both; a wrong and an unknown pair get the same answer."""
    if request.method != "POST":
        return render(request, "forms/lookup.jinja", {"typed": {}, "errors": []})
    if not allowed(request, "forms.lookup", limit=10, seconds=600):
        return too_many(request, {"reference": _("Reference"), "contact": _("Email address or phone number")})
    form = LookupForm(request.POST)
    submission = find_submission(**form.cleaned_data) if form.is_valid() else None
    if submission:
        return HttpResponseRedirect(follow_url(submission))
    errors: list[dict[str, Any]] = [{"text": messages[0], "href": f"#{name}"} for name, messages in form.errors.items()]
    unknown: dict[str, Any] = {
        "text": _("We cannot find a request with these details. Check both and try again."),
        "href": "#reference",
    }
    context = {"typed": request.POST, "errors": errors or [unknown], "wrong": form.errors}
    return render(request, "forms/lookup.jinja", context, status=422)

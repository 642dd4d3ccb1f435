"""The receipt in other shapes. Each shows what the receipt's own page shows, and no answer."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.services import record_event
from forms.assisted.spelling import spelled
from forms.delivery.messages import mobile
from forms.delivery.receipt import from_token, receipt_facts, text_receipt
from forms.models import Submission
from forms.runner.guard import private
from forms.runner.limits import allowed, too_many
from forms.runner.receipts import for_token
from forms.runner.start import assisting


@for_token
def sheet(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show one sheet to print and hand over."""
    return render(request, "forms/assisted/sheet.jinja", receipt_facts(submission))


@for_token
def read_out(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show the words to say, the reference sign by sign."""
    facts = {**receipt_facts(submission), "signs": spelled(submission.reference)}
    return render(request, "forms/assisted/read_out.jinja", facts)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, token: str) -> HttpResponse:
    """Send the receipt to a mobile phone: only the adviser who filled the form in does that."""
    submission = from_token(token)
    if submission is None:
        return render(request, "forms/no_receipt.jinja", status=404)
    staff = assisting(request)
    if staff is None or submission.staff_id != staff.pk:
        raise PermissionDenied
    facts = receipt_facts(submission)
    if request.method != "POST":
        return render(request, "forms/assisted/text.jinja", {**facts, "typed": "", "errors": []})
    typed = request.POST.get("number", "")
    if not allowed(request, "forms.text-receipt", limit=20, seconds=600):
        return too_many(request, {"number": _("Mobile number")})
    number = mobile(typed)
    if not number:
        errors = [{"text": _("Enter a mobile number, such as 07700 900 123."), "href": "#number"}]
        return render(request, "forms/assisted/text.jinja", {**facts, "typed": typed, "errors": errors}, status=422)
    text_receipt(submission, number)
    record_event(verb="submission.receipt", obj=submission, actor=staff, channel="sms")
    return render(request, "forms/assisted/text.jinja", {**facts, "sent": True})

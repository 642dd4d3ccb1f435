"""The receipt and the page that follows a request. Both show its state only."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forms.delivery.filing import area_of_case
from forms.delivery.receipt import from_token, has_ended, receipt_facts, receipt_token
from forms.delivery.updates import stop_url
from forms.funnels import subject_of
from forms.models import Submission
from forms.runner.events import channel_of
from forms.runner.guard import private


def for_token(view: Callable[[HttpRequest, Submission], HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the submission that its signed link names, or say that the link does not work."""

    @private
    @require_safe
    @wraps(view)
    def wrapped(request: HttpRequest, token: str) -> HttpResponse:
        submission = from_token(token)
        if submission is None:
            return render(request, "forms/no_receipt.jinja", status=404)
        if has_ended(submission):
            return render(request, "forms/no_receipt.jinja", {"ended": True}, status=410)
        return view(request, submission)

    return wrapped


@for_token
def done(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show reference, date and what happens next."""
    facts = {
        **receipt_facts(submission),
        "receipt_token": receipt_token(submission),
        "rated": subject_of(submission.version),
        "channel": channel_of(submission.channel),
        "area": area_of_case(submission),
    }
    return render(request, "forms/done.jinja", facts)


@for_token
def follow(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show what happened so far, in plain words."""
    late = submission.closed_at is None and submission.due_on < timezone.localdate()
    events = submission.events.all()
    facts = {**receipt_facts(submission), "events": events, "late": late, "stop_url": stop_url(submission)}
    return render(request, "forms/follow.jinja", facts)

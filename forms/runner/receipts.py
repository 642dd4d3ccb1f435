"""The receipt and the page that follows a request. Both show its state only."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forms.delivery.receipt import from_token, receipt_facts, receipt_token
from forms.models import Submission
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
        return view(request, submission)

    return wrapped


@for_token
def done(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show reference, date and what happens next."""
    return render(
        request, "forms/done.jinja", {**receipt_facts(submission), "receipt_token": receipt_token(submission)}
    )


@for_token
def follow(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show what happened so far, in plain words."""
    late = submission.closed_at is None and submission.due_on < timezone.localdate()
    events = submission.events.all()
    return render(request, "forms/follow.jinja", {**receipt_facts(submission), "events": events, "late": late})

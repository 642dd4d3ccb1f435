"""Stop the e-mails about one request. Opening the link changes nothing: mail scanners open links."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forms.delivery.receipt import follow_url
from forms.delivery.updates import stop_updates, submission_to_stop
from forms.runner.guard import private


@csrf_exempt  # The signed link is the proof, and mail programs send the request without a page (RFC 8058).
@private
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button; pressing it stops the e-mails, the second time as the first."""
    submission = submission_to_stop(token)
    if submission is None:
        return render(request, "forms/no_receipt.jinja", status=404)
    if request.method == "POST":
        stop_updates(submission)
    facts = {
        "submission": submission,
        "schema": submission.version.schema,
        "stopped": request.method == "POST" or submission.updates_stopped_at is not None,
        "follow_url": follow_url(submission),
    }
    return render(request, "forms/stop_updates.jinja", facts)

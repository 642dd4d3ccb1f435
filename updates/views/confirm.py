"""The link in the first message: opening it shows a button, pressing the button confirms."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from insight.services import public_form
from updates.asking import ask_again
from updates.following import confirm as confirm_ask
from updates.kinds.registry import named
from updates.links import hash_of, manage_token
from updates.models import Ask


@public_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm on POST, so that a mail program that opens links confirms nothing."""
    row = Ask.objects.select_related("subscriber").filter(token_hash=hash_of(token)).first()
    if row is None:
        return render(request, "updates/unknown.jinja", status=404)
    if row.used_at:
        return render(request, "updates/used.jinja", status=410)
    if row.expired:
        return _expired(request, row)
    topics = named([(kind, key) for kind, key in row.topics])
    if request.method != "POST":
        return render(request, "updates/confirm.jinja", {"topics": topics})
    if not confirm_ask(row):
        return render(request, "updates/used.jinja", status=410)
    return render(request, "updates/confirmed.jinja", {"topics": topics, "manage": manage_token(row.subscriber_id)})


def _expired(request: HttpRequest, row: Ask) -> HttpResponse:
    """Offer a new link, which goes to the same address only."""
    if request.method != "POST":
        return render(request, "updates/expired.jinja", status=410)
    ask_again(row)
    return render(request, "updates/sent.jinja", {"channel": row.subscriber.channel})

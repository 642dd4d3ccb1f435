"""The receipt: a link that shows the state of a request and nothing else, and the e-mail that carries it."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.services import queue_message
from forms.models import Submission

SALT = "forms.receipt"


def receipt_token(submission: Submission) -> str:
    """Return a signed name of the submission: it opens its state, never its answers."""
    return signing.dumps(str(submission.pk), salt=SALT)


def from_token(token: str) -> Submission | None:
    """Return the submission of a token, or None when the token was changed or the row is gone."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Submission.objects.select_related("version").filter(pk=pk).first()


def receipt_url(submission: Submission) -> str:
    """Return the address of the receipt page, in the language of the request."""
    with translation.override(submission.locale):
        return reverse("forms:done", args=[receipt_token(submission)])


def follow_url(submission: Submission) -> str:
    """Return the address of the page that follows the request."""
    with translation.override(submission.locale):
        return reverse("forms:follow", args=[receipt_token(submission)])


def receipt_facts(submission: Submission) -> dict[str, Any]:
    """Return what a receipt says, on screen and in the e-mail."""
    schema = submission.version.schema
    return {
        "submission": submission,
        "schema": schema,
        "promise": schema["promise"],
        "help": schema["promise"]["contact"],
        "follow_url": follow_url(submission),
    }


def queue_receipt(submission: Submission, address: str) -> None:
    """Queue the receipt e-mail in the caller's transaction; without an address there is none."""
    if not address:
        return
    with translation.override(submission.locale):
        facts = {**receipt_facts(submission), "site": settings.WAGTAILADMIN_BASE_URL}
        queue_message(
            channel="mail",
            to=address,
            subject=_("We have your request %(reference)s") % {"reference": submission.reference},
            body=render_to_string("emails/forms/receipt.txt.jinja", facts),
            html=render_to_string("emails/forms/receipt.html.jinja", facts),
            idempotency_key=f"forms.receipt:{submission.pk}",
        )

"""The receipt: a link that shows the state of a request and nothing else, and the e-mail that carries it."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.services import keyed_hash, queue_message
from forms.bookings.links import booking_url, bookings_of
from forms.delivery.messages import tell
from forms.delivery.needs import needs_of
from forms.engine.slots import day_of, hours_of
from forms.models import Booking, Submission
from forms.payments.receipts import payments_of

SALT = "forms.receipt"
#: How long the link still opens after the request was closed: e-mails are forwarded and found.
OPEN_AFTER_CLOSING = timedelta(days=28)


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


def has_ended(submission: Submission) -> bool:
    """Return whether the link of a receipt opens nothing any more: some weeks after the last word about its end."""
    before = timezone.now() - OPEN_AFTER_CLOSING
    if submission.closed_at is None or submission.closed_at >= before:
        return False
    return not submission.events.filter(status=submission.status, at__gte=before).exists()


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
        "payments": payments_of(submission),
        "bookings": [_booking_facts(booking) for booking in bookings_of(submission)],
    }


def _booking_facts(booking: Booking) -> dict[str, Any]:
    """Return what a receipt says of a booking, and the link that changes it."""
    slot = booking.seat.slot
    return {
        "name": slot.resource.name,
        "day": day_of(slot.interval),
        "hours": hours_of(slot.interval),
        "place": slot.resource.place,
        "url": booking_url(booking),
        "ics_url": booking_url(booking, "ics"),
    }


def queue_receipt(submission: Submission) -> None:
    """Queue the receipt in the caller's transaction; there is none where we know no way to reach the resident."""
    with translation.override(submission.locale):
        facts = {
            **receipt_facts(submission),
            "site": settings.WAGTAILADMIN_BASE_URL,
            "needs": needs_of(submission),
        }
        tell(
            submission,
            key=f"forms.receipt:{submission.pk}",
            subject=_("We have your request %(reference)s") % {"reference": submission.reference},
            body=render_to_string("emails/forms/receipt.txt.jinja", facts),
            html=render_to_string("emails/forms/receipt.html.jinja", facts),
            sms=render_to_string("emails/forms/receipt.sms.jinja", facts),
        )


def text_receipt(submission: Submission, number: str) -> None:
    """Queue the receipt as a text message to a number that a caller gave; the second time it is there already."""
    with translation.override(submission.locale):
        facts = {**receipt_facts(submission), "site": settings.WAGTAILADMIN_BASE_URL}
        words = render_to_string("emails/forms/receipt.sms.jinja", facts)
    to = keyed_hash(number, purpose="forms.text-receipt")[:16]
    key = f"forms.receipt-sms:{submission.pk}:{to}"
    queue_message(channel="sms", to=number, subject="", body=" ".join(words.split()), idempotency_key=key)

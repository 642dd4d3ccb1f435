"""Tell residents how their request goes on, by e-mail or text message, until they stop it: nobody has to ask."""

from django.conf import settings
from django.core import signing
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from forms.delivery.messages import tell
from forms.delivery.needs import needs_of
from forms.delivery.receipt import follow_url
from forms.models import StatusEvent, Submission

SALT = "forms.updates"


def stop_url(submission: Submission) -> str:
    """Return the address of the page with the button that stops updates, in the language of the request."""
    with translation.override(submission.locale):
        return reverse("forms:stop-updates", args=[signing.dumps(str(submission.pk), salt=SALT)])


def submission_to_stop(token: str) -> Submission | None:
    """Return the request of a link that stops updates, or None when it was changed or the row is gone."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Submission.objects.select_related("version").filter(pk=pk).first()


def stop_updates(submission: Submission) -> None:
    """Send no more updates of this request; the page that follows it stays."""
    Submission.objects.filter(pk=submission.pk, updates_stopped_at=None).update(updates_stopped_at=timezone.now())


def resume_updates(submission: Submission) -> None:
    """Send updates of this request again."""
    Submission.objects.filter(pk=submission.pk).update(updates_stopped_at=None)


def queue_update(submission: Submission, event: StatusEvent) -> None:
    """Queue one message about a line of the story, in the caller's transaction.

    Nothing is queued for a trial, for a resident who gave no way to reach them or stopped updates, and after erasure.
    """
    if submission.updates_stopped_at:
        return
    schema = submission.version.schema
    with translation.override(submission.locale):
        facts = {
            "submission": submission,
            "schema": schema,
            "event": event,
            "late": submission.closed_at is None and submission.due_on < timezone.localdate(),
            "promise": schema["promise"],
            "help": schema["promise"]["contact"],
            "site": settings.WAGTAILADMIN_BASE_URL,
            "follow_url": follow_url(submission),
            "stop_url": stop_url(submission),
            "needs": needs_of(submission),
        }
        tell(
            submission,
            key=f"forms.update:{event.pk}",
            subject=_("News of your request %(reference)s") % {"reference": submission.reference},
            body=render_to_string("emails/forms/update.txt.jinja", facts),
            html=render_to_string("emails/forms/update.html.jinja", facts),
            sms=render_to_string("emails/forms/update.sms.jinja", facts),
        )

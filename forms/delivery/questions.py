"""Ask a resident for more: a message with a signed link to a page where they answer."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms.delivery.messages import tell
from forms.delivery.receipt import follow_url
from forms.delivery.status import set_status
from forms.delivery.team_mail import tell_team
from forms.models import CaseQuestion, StatusEvent, Submission
from forms.models.status import Source
from forms.models.submission import Status

SALT = "forms.question"
#: How long a question can be answered by its link.
OPEN_FOR = timedelta(days=28)


def question_url(question: CaseQuestion) -> str:
    """Return the address of the page with the question, in the language of the request."""
    with translation.override(question.submission.locale):
        return reverse("forms:answer", args=[signing.dumps(str(question.pk), salt=SALT)])


def question_of(token: str) -> CaseQuestion | None:
    """Return the question of a link; None when it was changed, is too old, or its request is erased."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=OPEN_FOR)
    except signing.BadSignature:
        return None
    rows = CaseQuestion.objects.select_related("submission__version")
    return rows.filter(pk=pk, submission__erased_at=None).first()


def queue_question(question: CaseQuestion) -> None:
    """Queue the message, also to residents who stopped other updates: without an answer we cannot go on."""
    submission = question.submission
    with translation.override(submission.locale):
        facts = {
            "submission": submission,
            "schema": submission.version.schema,
            "question": question.text,
            "help": submission.version.schema["promise"]["contact"],
            "site": settings.WAGTAILADMIN_BASE_URL,
            "answer_url": question_url(question),
            "follow_url": follow_url(submission),
        }
        tell(
            submission,
            key=f"forms.question:{question.pk}",
            subject=_("We need something from you for your request %(reference)s")
            % {"reference": submission.reference},
            body=render_to_string("emails/forms/question.txt.jinja", facts),
            html=render_to_string("emails/forms/question.html.jinja", facts),
            sms=render_to_string("emails/forms/question.sms.jinja", facts),
        )


@transaction.atomic
def answer_question(question: CaseQuestion, text: str) -> bool:
    """Store what the resident says and tell the team; False when there is an answer already, which stays."""
    row = CaseQuestion.objects.select_for_update(of=("self",)).select_related("submission").get(pk=question.pk)
    if row.answered_at:
        return False
    row.seal_content({**row.open_content(), "answer": text})
    row.answered_at = timezone.now()
    row.save(update_fields=["sealed", "answered_at"])
    _move_on(row.submission)
    tell_team(
        row.submission,
        subject=gettext_lazy("The resident answered: %(reference)s"),
        template="emails/forms/answered.txt.jinja",
        key=f"forms.answered:{row.pk}",
    )
    return True


def _move_on(submission: Submission) -> None:
    """Add a line to the story; with the last open question answered, it is our turn again."""
    with translation.override(submission.locale):
        words = _("You answered what we asked.")
    waiting = CaseQuestion.objects.filter(submission=submission, answered_at=None).exists()
    if submission.status == Status.NEED_INFO and not waiting:
        set_status(submission, Status.IN_PROGRESS, public_text=words, source=Source.RESIDENT, tell=False)
    else:
        StatusEvent.objects.create(
            submission=submission, status=submission.status, public_text=words, source=Source.RESIDENT
        )

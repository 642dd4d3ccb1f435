"""What staff do with a request: each in one transaction, each written down."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from core.models import Team, User
from core.services import record_event
from forms.delivery.questions import queue_question
from forms.delivery.status import set_status
from forms.models import CaseNote, CaseQuestion, Submission
from forms.models.submission import Status


@transaction.atomic
def assign(case: Submission, assignee: User | None, staff: User) -> None:
    """Give a request to somebody, or to nobody."""
    case.assignee = assignee
    case.save(update_fields=["assignee"])
    record_event(verb="submission.assign", obj=case, actor=staff)


@transaction.atomic
def move_team(case: Submission, team: Team, staff: User) -> None:
    """Hand a request to another team; whoever dealt with it does so no more."""
    case.team, case.assignee = team, None
    case.save(update_fields=["team", "assignee"])
    record_event(verb="submission.team", obj=case, actor=staff)


@transaction.atomic
def add_note(case: Submission, text: str, staff: User) -> CaseNote:
    """Write down what the resident does not see."""
    note = CaseNote(submission=case, author=staff)
    note.seal_content({"text": text})
    note.save(force_insert=True)
    record_event(verb="submission.note", obj=case, actor=staff)
    return note


@transaction.atomic
def move_on(case: Submission, status: str, text: str, staff: User, verb: str = "submission.status") -> None:
    """Set the state of a request; its duplicates follow, and each resident is told."""
    set_status(case, status, public_text=text, staff=staff)
    record_event(verb=verb, obj=case, actor=staff)


@transaction.atomic
def ask(case: Submission, text: str, staff: User) -> CaseQuestion:
    """Ask the resident for more: a message with a link to a page where they answer."""
    question = CaseQuestion(submission=case, author=staff)
    question.seal_content({"text": text})
    question.save(force_insert=True)
    set_status(case, Status.NEED_INFO, staff=staff, tell=False)
    queue_question(question)
    record_event(verb="submission.ask", obj=case, actor=staff)
    return question


@transaction.atomic
def merge(case: Submission, into: Submission, staff: User) -> None:
    """Let one request end with another. Its answers, files and story stay; its resident hears of one outcome.

    Where somebody merged the other one meanwhile, it ends with what that one ends with, and never with itself.
    """
    both = Submission.objects.select_for_update(of=("self",)).filter(pk__in=[case.pk, into.pk]).order_by("pk")
    now = {row.pk: row for row in both}
    into = now[into.pk].merged_into or now[into.pk]
    if into.pk == case.pk:
        return
    case.duplicates.update(merged_into=into)
    case.merged_into = into
    case.save(update_fields=["merged_into"])
    set_status(case, into.status, public_text=_words_of_merging(case, into), staff=staff)
    record_event(verb="submission.merge", obj=case, actor=staff)
    record_event(verb="submission.merge", obj=into, actor=staff)


def _words_of_merging(case: Submission, into: Submission) -> str:
    """Return the outcome where there is one; nothing that tells of the other resident."""
    last = into.events.exclude(public_text="").last()
    if into.closed_at and last:
        return str(last.public_text)
    with translation.override(case.locale):
        return _("We knew about this already. We deal with both reports together and tell you how it ends.")

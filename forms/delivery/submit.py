"""Submit a draft: in one transaction, and the second time the same as the first."""

from collections.abc import Callable
from datetime import date

from django.core.files.storage import Storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.services import due_on
from forms.bookings.seats import confirm
from forms.delivery.contacts import email_hash, phone_hash
from forms.delivery.filing import file_case, note_adviser
from forms.delivery.receipt import queue_receipt
from forms.delivery.references import new_reference
from forms.engine import Answer, Schema, first_incomplete, on_path
from forms.engine.summary import file_ids
from forms.models import Delivery, Draft, StatusEvent, Submission
from forms.models.status import Source
from forms.models.submission import Status
from forms.payments.ledger import attach
from forms.payments.money import due_of

#: Two equal references are as likely as a lottery win; a second one twice running is a fault.
TRIES = 5


class IncompleteError(Exception):
    """The path has a step without a valid answer: an answer was changed, or its file removed, in another tab."""


@transaction.atomic
def submit(draft: Draft) -> Submission:
    """Return the draft's submission, made now or by an earlier post.

    The whole path is validated again; answers off the path are dropped. Raises IncompleteError, SlotGoneError when a
    time that was chosen is taken, UnpaidError and NoAmountError when it costs something: then nothing is stored.
    """
    row = Draft.objects.select_for_update(of=("self",)).select_related("version").get(pk=draft.pk)
    earlier = Submission.objects.filter(submit_key=row.submit_key).first()
    if earlier:
        return earlier
    content = row.open_content()
    schema = row.version.compiled
    given = row.answers_in(content)
    if first_incomplete(schema, given, content["visited"]):
        raise IncompleteError
    answers = on_path(schema, given)
    submission = _store(row, schema, answers)
    if not submission.is_test:
        confirm(row, submission, schema, answers)
        attach(row, submission, due_of(schema, answers))
    _record(submission, schema)
    note_adviser(submission)
    _close(row, submission, answers)
    return submission


def _store(row: Draft, schema: Schema, answers: dict[str, Answer]) -> Submission:
    submission = Submission(
        version=row.version,
        submit_key=row.submit_key,
        email_hash=email_hash(_text(schema, answers, "email")),
        phone_hash=phone_hash(_text(schema, answers, "phone")),
        locale=row.version.locale,
        channel=row.channel,
        staff=row.staff,
        due_on=_promised(schema),
        is_test=row.version.is_test,
    )
    submission.seal_content({"answers": answers})
    file_case(submission, schema, answers)
    for _attempt in range(TRIES):
        submission.reference = new_reference()
        try:
            with transaction.atomic():
                submission.save(force_insert=True)
        except IntegrityError:
            continue
        return submission
    raise RuntimeError("No free reference was found.")


def _record(submission: Submission, schema: Schema) -> None:
    """Write what follows from the submission, so that all of it exists or none; from a test nothing does."""
    StatusEvent.objects.create(
        submission=submission,
        status=Status.RECEIVED,
        source=Source.STAFF if submission.staff_id else Source.RESIDENT,
        staff=submission.staff,
    )
    if submission.is_test:
        return
    for connector in schema.facts["connectors"]:
        slug = connector["slug"]
        Delivery.objects.create(submission=submission, connector=slug, idempotency_key=f"{submission.pk}:{slug}")
    queue_receipt(submission)


def _close(row: Draft, submission: Submission, answers: dict[str, Answer]) -> None:
    """Empty the draft; files that the answers name go with the submission, others are removed."""
    kept = file_ids(row.version.compiled, answers)
    for file in row.files.all():
        if str(file.pk) in kept:
            file.draft, file.submission = None, submission
            file.save(update_fields=["draft", "submission"])
        else:
            transaction.on_commit(_remover(file.file.storage, str(file.file.name)))
            file.delete()
    row.contacts.all().delete()
    row.sealed, row.return_hash, row.submitted_at = b"", "", timezone.now()
    row.save(update_fields=["sealed", "return_hash", "submitted_at"])


def _remover(storage: Storage, name: str) -> Callable[[], None]:
    return lambda: storage.delete(name)


def _promised(schema: Schema) -> date:
    return due_on(int(schema.facts["promise"]["working_days"]), timezone.localdate())


def _text(schema: Schema, answers: dict[str, Answer], canonical: str) -> str:
    question = schema.mapped(canonical)
    answer = answers.get(question.key, "") if question else ""
    return answer if isinstance(answer, str) else ""

"""Erase a request: its key is destroyed, so that no copy of the sealed words opens, and the rows are blanked too."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.models import User
from core.services import erase_messages, give_up, record_event
from forms.models import (
    CaseKey,
    ContactCode,
    ContactVisit,
    Draft,
    Erasure,
    ProvenContact,
    Submission,
    SubmissionFile,
)
from forms.rights.messages import messages_of
from forms.rights.registry import holdings


@transaction.atomic
def erase_case(submission: Submission, reason: str, staff: User | None = None) -> bool:
    """Forget everything a resident or staff wrote about a request; reference, version, state and dates stay.

    False when it was erased before. What lies in another system is that system's to erase: staff are told so.
    """
    row = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    if row.erased_at:
        return False
    files = erase_files(row.files.all())
    rows = erase_messages(messages_of(row)) + sum(holding.erase(row) for holding in holdings())
    rows += sum(give_up(delivery, code="erased") for delivery in row.deliveries.filter(delivered_at=None))
    rows += row.casenotes.all().delete()[0] + row.casequestions.all().delete()[0]
    rows += row.events.exclude(public_text="").update(public_text="")
    rows += Draft.objects.filter(submit_key=row.submit_key).delete()[0]
    CaseKey.objects.filter(pk=row.pk).delete()
    contacts = [value for value in (row.email_hash, row.phone_hash) if value]
    row.sealed, row.email_hash, row.phone_hash, row.assignee = b"", "", "", None
    row.place_hash = row.address_hash = None
    row.erased_at = timezone.now()
    row.save(
        update_fields=["sealed", "email_hash", "phone_hash", "assignee", "place_hash", "address_hash", "erased_at"]
    )
    forget_contacts(contacts)
    Erasure.objects.update_or_create(
        reference=row.reference, defaults={"reason": reason, "rows": rows + 1, "files": files, "at": timezone.now()}
    )
    record_event(verb="submission.erase", obj=row, actor=staff, outcome=reason)
    return True


def erase_files(files: QuerySet[SubmissionFile]) -> int:
    """Delete the files, then their rows, and return how many.

    In that order: a storage that raises leaves a row that names the file, so that the next run tries again.
    """
    found = list(files)
    for file in found:
        file.file.storage.delete(str(file.file.name))
        file.delete()
    return len(found)


def forget_contacts(hashes: list[str]) -> None:
    """Forget proofs of contacts that no request names any more."""
    for value in hashes:
        by_mail, by_phone = Submission.objects.filter(email_hash=value), Submission.objects.filter(phone_hash=value)
        if not by_mail.exists() and not by_phone.exists():
            for model in (ProvenContact, ContactCode, ContactVisit):
                model._default_manager.filter(contact_hash=value).delete()


def replay_erasures() -> int:
    """Erase again what a restored backup brought back, and return how many requests; run it after each restore."""
    again = Submission.objects.filter(reference__in=Erasure.objects.values("reference"), erased_at=None)
    return sum(erase_case(row, Erasure.Reason.TIME) for row in again)

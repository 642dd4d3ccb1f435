"""From new content to a stored verdict, by way of the outbox."""

from typing import Any

from django.utils import timezone

from accessibility.documents.base import Verdict
from accessibility.documents.ruleset import ruleset
from accessibility.documents.verdicts import ensure_checked
from accessibility.models import DocumentAudit, DocumentCheckRequest
from core.services import Done, Outcome, Retry
from library.models import CustomDocument
from library.services import remember_passed

#: These answers may differ the next time: the machine was busy, or a part was missing.
PASSING_TROUBLE = frozenset({"timeout", "memory", "crashed", "engine_missing", "internal_error"})
ATTEMPTS = 3


def request_check(instance: CustomDocument, **_: Any) -> None:
    """Write the wish for a check in the transaction of the upload; known content needs none."""
    audit = DocumentAudit.objects.filter(sha256=instance.sha256, ruleset=ruleset()).first()
    if audit:
        if audit.verdict == Verdict.PASSED:
            remember_passed(instance.sha256)
        return
    key = f"{instance.sha256}:{ruleset()}"
    request, created = DocumentCheckRequest.objects.get_or_create(
        idempotency_key=key, defaults={"sha256": instance.sha256}
    )
    if not created:
        # The verdict was thrown away to be made anew, or the file came back: the row is due again.
        values = {"due_at": timezone.now(), "delivered_at": None, "dead_at": None, "attempts": 0}
        DocumentCheckRequest.objects.filter(pk=request.pk, lease_until=None).update(**values)


def deliver(request: DocumentCheckRequest) -> Outcome:
    """Check the content. Content that no document holds any more needs no verdict."""
    document = CustomDocument.objects.filter(sha256=request.sha256).first()
    if document is None:
        return Done("gone")
    audit = ensure_checked(document)
    if audit is None:
        return Retry("changed")
    if audit.error in PASSING_TROUBLE and request.attempts < ATTEMPTS:
        code = audit.error
        audit.delete()
        return Retry(code)
    return Done(str(audit.pk))

"""Tell the other rooms when residents may get a document, or may not any more: verdicts, answers, decisions, dates."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.db.models.signals import post_save
from django.utils import timezone

from accessibility.models import DocumentAnswer, DocumentAudit, DocumentOverride, LawfulExemption
from library.models import CustomDocument
from library.services import document_serving_changed

#: A worker that stood still for so long still tells of what ended meanwhile.
LOOK_BACK = timedelta(days=2)


def connect() -> None:
    """Listen to everything that :func:`accessibility.documents.verdicts.document_verdict` reads."""
    listeners: dict[type[Model], Callable[..., None]] = {
        DocumentAudit: _after_content,
        DocumentAnswer: _after_content,
        DocumentOverride: _after_decision,
        LawfulExemption: _after_decision,
    }
    for sender, listener in listeners.items():
        post_save.connect(listener, sender=sender, dispatch_uid=f"accessibility.availability.{sender.__name__}")


def tell_of_lapsed() -> int:
    """Tell of documents whose exemption or override ended by its date, which saves no row. Returns how many."""
    documents = lapsed()
    for document in documents:
        document_serving_changed.send(sender=CustomDocument, instance=document)
    return len(documents)


def lapsed() -> QuerySet[CustomDocument]:
    """Return the documents of which something ended by its date within LOOK_BACK."""
    today = timezone.localdate()
    overrides = DocumentOverride.objects.filter(ended_on=None, until__lt=today, until__gte=today - LOOK_BACK)
    exemptions = LawfulExemption.objects.filter(ended_on=None, review_on__lte=today, review_on__gt=today - LOOK_BACK)
    documents: QuerySet[CustomDocument] = CustomDocument._default_manager.filter(
        Q(pk__in=overrides.values("document")) | Q(pk__in=exemptions.values("document"))
    )
    return documents


def _after_content(instance: DocumentAudit | DocumentAnswer, **_: Any) -> None:
    """Tell of every document with that content, also where residents have it because the newest file failed."""
    holds = Q(sha256=instance.sha256) | Q(passed_sha256=instance.sha256)
    for document in CustomDocument._default_manager.filter(holds):
        document_serving_changed.send(sender=CustomDocument, instance=document)


def _after_decision(instance: DocumentOverride | LawfulExemption, **_: Any) -> None:
    """Tell of the document that somebody decided about."""
    document_serving_changed.send(sender=CustomDocument, instance=instance.document)

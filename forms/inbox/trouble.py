"""Requests that stand still although nobody chose that: a refused delivery or payment, a file that no scanner saw."""

from typing import Any

from django.db.models import QuerySet

from forms.models import Delivery, PaymentAction, RefundDue, SubmissionFile
from forms.models.file import ScanState
from forms.models.payment import refused_actions
from forms.models.refund_due import open_dues


def dead_deliveries() -> QuerySet[Delivery]:
    """Return deliveries that a receiver refused for good, or staff gave up. Of an erased request nothing is to do."""
    return Delivery.objects.filter(delivered_at=None, dead_at__isnull=False, submission__erased_at=None)


def with_refused_payments() -> "QuerySet[PaymentAction, Any]":
    """Return the ids of requests about whose payment a provider refused something that nobody has dealt with."""
    return refused_actions().filter(payment__submission__isnull=False).values("payment__submission")


def with_refund_due() -> "QuerySet[RefundDue, Any]":
    """Return the ids of requests whose resident cancelled what they paid for, and nobody has decided what goes back."""
    return open_dues().filter(payment__submission__isnull=False).values("payment__submission")


def refused() -> "QuerySet[Delivery, Any]":
    """Return the ids of their requests."""
    return dead_deliveries().values("submission")


def with_held_files() -> "QuerySet[SubmissionFile, Any]":
    """Return the ids of requests with a file that waits for somebody to release it."""
    held = SubmissionFile.objects.filter(submission__isnull=False, scan_state=ScanState.QUARANTINED)
    return held.values("submission")

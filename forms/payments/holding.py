"""What payments hold about a person: shown in the copy for them; what accounts must keep outlives the request."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from core.models import OutgoingMessage
from core.services import erase_messages
from forms.models import Payment, PaymentAction, Submission
from forms.payments.money import in_pounds
from forms.rights.registry import Holding


def collect(case: Submission) -> list[dict[str, Any]]:
    """Return every attempt to pay for a request, with what went back and whether that arrived."""
    return [
        {
            "amount": in_pounds(row.amount),
            "what": row.description,
            "state": str(row.get_state_display()),
            "reference": row.reference,
            "reference_at_the_provider": row.provider_ref,
            "paid_to": row.account.name,
            "begun_at": row.created_at.isoformat(),
            "taken_at": _moment(row.captured_at),
            "refunded": in_pounds(row.refunded),
            "refunds": [_refund(action) for action in _refunds(row)],
        }
        for row in _payments(case).select_related("account").order_by("created_at")
    ]


def erase(case: Submission) -> int:
    """Forget the way to the card page and what was written to the payer; return how many rows.

    Amount, state, dates and both references stay: the council's accounts must show where money came from, and
    neither says who paid. What the provider knows of the card is the provider's to forget.
    """
    rows = _payments(case)
    keys = [f"forms.not-taken:{pk}" for pk in rows.values_list("pk", flat=True)]
    messages = erase_messages(OutgoingMessage.objects.filter(idempotency_key__in=keys))
    return messages + rows.update(next_url="", draft=None)


HOLDING = Holding("payments", collect, erase)


def _payments(case: Submission) -> QuerySet[Payment]:
    """Return the attempts for a request, those that failed too: they carry the key that the request was sent with."""
    return Payment.objects.filter(submit_key=case.submit_key)


def _refunds(payment: Payment) -> QuerySet[PaymentAction]:
    return payment.actions.filter(kind=PaymentAction.REFUND).order_by("created_at")


def _refund(action: PaymentAction) -> dict[str, Any]:
    return {
        "amount": in_pounds(action.amount),
        "asked_at": action.created_at.isoformat(),
        "arrived_at": _moment(action.delivered_at),
        "refused_at": _moment(action.dead_at),
    }


def _moment(when: datetime | None) -> str | None:
    return when.isoformat() if when else None

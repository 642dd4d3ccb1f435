"""What a receipt says of a payment."""

from typing import Any

from forms.models import Submission
from forms.payments.money import in_pounds


def payments_of(submission: Submission) -> list[dict[str, Any]]:
    """Return amount, what went back and the payment reference of what was paid for a request."""
    return [
        {
            "amount": in_pounds(row.amount),
            "refunded": in_pounds(row.refunded) if row.refunded else "",
            "reference": row.reference,
            "what": row.description,
        }
        for row in submission.payments.order_by("created_at")
    ]

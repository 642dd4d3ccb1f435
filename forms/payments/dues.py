"""What becomes of the money when a resident cancels what they paid for.

Nothing goes back by itself: no form holds a rule for it. Staff are told, decide by the rules of the service, and give
money back on the payment's page or say that it is dealt with. The resident reads the same before and after.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from core.models import User
from core.services import record_event
from forms.models import Payment, RefundDue, Submission
from forms.models.payment import PAID
from forms.models.refund_due import open_dues
from forms.payments.money import in_pounds


@dataclass(frozen=True)
class Money:
    """What a resident reads of one payment: ``refunded`` is empty while nothing goes back, ``waits`` for a decision.

    ``left``: not all of it went back.
    """

    amount: str
    refunded: str
    waits: bool
    left: bool


@dataclass(frozen=True)
class Decision:
    """What staff read: ``amount`` was paid, ``refunded`` of it went back, and ``due`` is to be decided."""

    due: RefundDue
    amount: str
    refunded: str


def money_of(submission: Submission) -> list[Money]:
    """Return what was paid for a request and how it stands with each payment."""
    waiting = set(open_dues().filter(payment__submission=submission).values_list("payment", flat=True))
    return [Money(*_pounds(row), row.pk in waiting, row.amount > row.refunded) for row in _paid(submission)]


def note_cancelled(submission: Submission) -> bool:
    """Put to staff what was paid and not given back, in the caller's transaction; return whether there is any."""
    left = [row for row in _paid(submission) if row.amount > row.refunded]
    for row in left:
        RefundDue.objects.get_or_create(payment=row, settled_at=None)
    return bool(left)


def decisions(rows: Iterable[RefundDue]) -> list[Decision]:
    """Return the words of each row."""
    return [Decision(row, *_pounds(row.payment)) for row in rows]


def decisions_of(case: Submission) -> list[Decision]:
    """Return what staff must decide about the payments of a request."""
    return decisions(open_dues().filter(payment__submission=case).select_related("payment"))


def settle_due(due: RefundDue, staff: User) -> bool:
    """Note that staff dealt with it; False when somebody did before."""
    if not open_dues().filter(pk=due.pk).update(settled_at=timezone.now()):
        return False
    record_event(verb="payment.settle", obj=due.payment, actor=staff)
    return True


def _paid(submission: Submission) -> QuerySet[Payment]:
    return submission.payments.filter(state__in=PAID).order_by("created_at")


def _pounds(row: Payment) -> tuple[str, str]:
    return in_pounds(row.amount), in_pounds(row.refunded) if row.refunded else ""

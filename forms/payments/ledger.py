"""What our rows say of a payment, and how they follow the provider's record."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from forms.delivery.references import new_reference
from forms.models import Draft, Payment, PaymentAccount, PaymentAction, Submission
from forms.models.payment import OVER, PAID, PaymentState, once
from forms.payments.base import ProviderDownError, Record
from forms.payments.money import Due

#: The code of a payment that its provider did not know when it was asked.
UNKNOWN = "unknown"
#: The code of one whose form costs something else now.
CHANGED = "amount-changed"
#: How long a provider that did not know a payment is asked about it again.
DOUBTED = timedelta(days=3)


class UnpaidError(Exception):
    """The form costs something and the provider has not said that it is paid."""


def live_payment(draft: Draft) -> Payment | None:
    """Return the one payment of a draft that may still become or is paid."""
    rows = Payment.objects.select_related("account").filter(submit_key=draft.submit_key)
    return rows.exclude(state__in=OVER).first()


def last_payment(draft: Draft) -> Payment | None:
    """Return the newest attempt of a draft."""
    return Payment.objects.filter(submit_key=draft.submit_key).order_by("-attempt").first()


@transaction.atomic
def new_payment(draft: Draft, due: Due) -> Payment:
    """Return the draft's live payment, made now where there is none. ProviderDownError without an account in use."""
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    live = live_payment(row)
    if live:
        return live
    account = PaymentAccount.objects.filter(key=due.account, enabled=True).first()
    if account is None:
        raise ProviderDownError("no-account")
    attempt = Payment.objects.filter(submit_key=row.submit_key).count() + 1
    return Payment.objects.create(
        account=account,
        draft=row,
        submit_key=row.submit_key,
        attempt=attempt,
        key=f"{row.submit_key}:{attempt}",
        reference=new_reference(),
        amount=due.amount,
        description=due.description,
    )


def note_record(payment: Payment, record: Record) -> Payment:
    """Store what the provider says and return the row. What we gave back ourselves, or took, stays as it is."""
    now = timezone.now()
    values: dict[str, Any] = {"state": record.state}
    if record.state in OVER:
        values["next_url"] = ""
    if payment.code == UNKNOWN:
        values["code"] = ""
    rows = Payment.objects.filter(pk=payment.pk, given_back_at=None, captured_at=None)
    if record.state not in OVER and payment.state in OVER and _another(payment):
        # Another attempt is under way: this one is not revived, and its money goes back where there is any.
        if record.state in PAID:
            give_back(payment, record.state, "second-payment", taken=record.amount)
        rows = rows.none()
    rows.update(**values)
    if record.state == PaymentState.SUCCESS:
        rows.filter(captured_at=None).update(captured_at=now)
    Payment.objects.filter(pk=payment.pk).update(looked_at=now)
    return Payment.objects.select_related("account", "draft__version").get(pk=payment.pk)


def _another(payment: Payment) -> bool:
    """Return whether its payer has another attempt that may still become or is paid."""
    rows = Payment.objects.filter(submit_key=payment.submit_key).exclude(pk=payment.pk)
    return rows.exclude(state__in=OVER).exists()


@transaction.atomic
def give_back(payment: Payment, state: PaymentState | str, code: str, *, taken: int | None = None) -> bool:
    """Let authorised money go, or refund what was taken, since no request came of it; False if that was done before.

    ``state`` is the provider's, not ours, and so is ``taken``, the amount in pence where it may be another one.
    """
    free = Payment.objects.filter(pk=payment.pk, given_back_at=None, submission=None)
    values: dict[str, Any] = {"given_back_at": timezone.now(), "code": code, "state": PaymentState.CANCELLED}
    if not free.update(**values, next_url=""):
        return False
    if state == PaymentState.SUCCESS:
        give_taken_back(payment, payment.amount if taken is None else taken)
    else:
        once(PaymentAction.CANCEL, payment)
    return True


@transaction.atomic
def give_taken_back(payment: Payment, pence: int) -> None:
    """Queue the refund of all that the provider took without a request; the daily file names both."""
    rows = Payment.objects.filter(pk=payment.pk)
    rows.filter(captured_at=None).update(captured_at=timezone.now())
    rows.update(amount=pence, refunded=pence)
    once(PaymentAction.REFUND, payment, amount=pence)


def attach(draft: Draft, submission: Submission, due: Due | None) -> None:
    """Tie the paid payment to its request in the caller's transaction, and queue the capture. Raises UnpaidError."""
    if due is None:
        return
    rows = Payment.objects.select_for_update().filter(submit_key=draft.submit_key, state__in=PAID, submission=None)
    payment = rows.filter(amount=due.amount, account__key=due.account).first()
    if payment is None:
        raise UnpaidError
    payment.submission, payment.draft, payment.next_url = submission, None, ""
    payment.save(update_fields=["submission", "draft", "next_url"])
    if payment.captured_at is None:
        once(PaymentAction.CAPTURE, payment)


def to_ask() -> QuerySet[Payment]:
    """Return payments without a request whose provider should be asked again, those asked longest ago first.

    One that its provider did not know is among them for some days: an address that is wrong for an hour knows nobody.
    """
    now = timezone.now()
    soon = Q(created_at__gt=now - timedelta(hours=3), looked_at__lt=now - timedelta(minutes=2))
    later = Q(looked_at__lt=now - timedelta(hours=1))
    never = Q(looked_at=None, created_at__lt=now - timedelta(minutes=2))
    unknown = Q(code=UNKNOWN, created_at__gt=now - DOUBTED)
    rows = Payment.objects.filter(~Q(state__in=OVER) | unknown, submission=None, given_back_at=None)
    return rows.filter(soon | later | never).select_related("account", "draft__version").order_by("looked_at")

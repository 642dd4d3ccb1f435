"""Do at the provider what was decided: the outbox calls this until it is done or refused for good."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from core.models import User
from core.services import Done, Outcome, Rejected, Retry, record_event
from forms.models import Payment, PaymentAction
from forms.models.payment import PaymentState, refused_actions
from forms.models.refund_due import open_dues
from forms.payments.base import Account, Provider, ProviderDownError, ProviderRefusedError
from forms.payments.ledger import give_taken_back
from forms.payments.refusals import tell_team
from forms.payments.registry import reach


class TooMuchError(ValueError):
    """More than was paid, or nothing."""


class MovedOnError(ValueError):
    """Money was given back since the caller read the payment."""


def act(action: PaymentAction) -> Outcome:
    """Capture, cancel or refund. An outage is tried again; a refusal goes to staff."""
    payment = action.payment
    try:
        _do(action, payment)
    except ProviderDownError as down:
        return Retry(down.code)
    except ProviderRefusedError as refused:
        return _refused(action, refused.code)
    return Done(payment.provider_ref)


def _do(action: PaymentAction, payment: Payment) -> None:
    provider, account = reach(payment.account)
    if action.kind == PaymentAction.CAPTURE:
        provider.capture(payment.provider_ref, account)
        taken = Payment.objects.filter(pk=payment.pk, captured_at=None)
        taken.update(state=PaymentState.SUCCESS, captured_at=timezone.now())
    elif action.kind == PaymentAction.CANCEL:
        _let_go(payment, provider, account)
    else:
        before = _earlier(action)
        provider.refund(payment.provider_ref, action.amount, before, action.idempotency_key, account)


def _let_go(payment: Payment, provider: Provider, account: Account) -> None:
    """Cancel a payment. One that was paid in the meantime, where money is taken at once, is refunded instead."""
    try:
        provider.cancel(payment.provider_ref, account)
    except ProviderRefusedError:
        record = provider.look_up(payment.provider_ref, account)
        if record is None or record.state != PaymentState.SUCCESS:
            raise
        give_taken_back(payment, record.amount)


def _earlier(action: PaymentAction) -> int:
    """Return how much earlier refunds of the same payment gave back, in pence.

    ProviderDownError while one of them still waits: a provider that knows no key tells two refunds apart by their
    order alone.
    """
    earlier = action.payment.actions.filter(kind=PaymentAction.REFUND, created_at__lt=action.created_at, dead_at=None)
    if earlier.filter(delivered_at=None).exists():
        raise ProviderDownError("earlier-refund-waits")
    return sum(earlier.values_list("amount", flat=True))


def _refused(action: PaymentAction, code: str) -> Outcome:
    """Write down a refusal and tell staff; money that was promised back and is not no longer counts as given back."""
    rows = Payment.objects.filter(pk=action.payment_id)
    with transaction.atomic():
        if action.kind == PaymentAction.REFUND:
            rows.update(refunded=F("refunded") - action.amount)
            # The council has it: also where no request came of it, staff can give it back.
            rows.filter(captured_at=None).update(captured_at=timezone.now())
        record_event(verb=f"payment.{action.kind}", obj=action.payment, outcome=code)
        tell_team(action)
    return Rejected(code)


@transaction.atomic
def refund(payment: Payment, pence: int, staff: User) -> PaymentAction:
    """Queue a refund by a member of staff. TooMuchError for more than is left, MovedOnError for one decided too late.

    Refunds that were refused before, and what was to be decided, are dealt with by it. ``payment`` says how much had
    gone back when staff decided; it is looked at again behind the row's lock, so that two presses at once are one.
    """
    row = Payment.objects.select_for_update().get(pk=payment.pk)
    if row.refunded != payment.refunded:
        raise MovedOnError
    if not 0 < pence <= row.refundable:
        raise TooMuchError
    key = f"payment.refund:{row.pk}:{row.refunded}"
    row.refunded += pence
    row.save(update_fields=["refunded"])
    refused_actions().filter(payment=row, kind=PaymentAction.REFUND).update(settled_at=timezone.now())
    open_dues().filter(payment=row).update(settled_at=timezone.now())
    record_event(verb="payment.refund", obj=row, actor=staff)
    return PaymentAction.objects.create(
        payment=row, kind=PaymentAction.REFUND, amount=pence, idempotency_key=f"{key}:{timezone.now():%s%f}"
    )

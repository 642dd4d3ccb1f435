"""A payment from its beginning to the request that it pays for."""

import logging

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from forms.bookings.seats import SlotGoneError
from forms.delivery.submit import IncompleteError, submit
from forms.models import Draft, Payment, Submission
from forms.models.payment import PAID, PaymentState
from forms.payments.base import Order, ProviderDownError, ProviderRefusedError
from forms.payments.ledger import CHANGED, UNKNOWN, UnpaidError, give_back, new_payment, note_record
from forms.payments.money import Due, NoAmountError
from forms.payments.registry import reach
from forms.runner.events import note

logger = logging.getLogger(__name__)

#: Tries to find the one live payment of the amount that is due now.
TRIES = 3


def begin(draft: Draft, due: Due) -> Payment:
    """Return a payment of what is due that its payer can go on with: the same one for everybody who asks at once.

    Raises ProviderDownError when the provider does not answer: nothing was charged and nothing is lost.
    """
    for _attempt in range(TRIES):
        payment = new_payment(draft, due)
        if payment.amount != due.amount or payment.account.key != due.account:
            _drop(payment)
            continue
        if payment.provider_ref:
            payment = ask(payment)
            if payment.state in PAID or payment.next_url:
                return payment
            continue
        return _introduce(payment)
    raise ProviderDownError("no-live-payment")


def ask(payment: Payment) -> Payment:
    """Ask the provider how a payment stands and return the row. ProviderDownError when it does not answer."""
    provider, account = reach(payment.account)
    record = provider.look_up(payment.provider_ref, account) if payment.provider_ref else None
    if record is None:
        open_rows = Payment.objects.filter(pk=payment.pk, submission=None, given_back_at=None)
        open_rows.update(state=PaymentState.ERROR, code=UNKNOWN, looked_at=timezone.now())
        payment.refresh_from_db()
        return payment
    if record.amount != payment.amount:
        # Somebody paid another amount than the form's rule says: their money goes back, and they are told.
        logger.error("Payment %s: the provider has another amount", payment.pk)
        give_back(payment, record.state, "amount", taken=record.amount)
    return note_record(payment, record)


def arrive(payment: Payment) -> Submission | None:
    """Ask the provider, and submit the draft if it is paid. Money that no request can come of goes back.

    Returns None when it is not paid. Raises ProviderDownError, IncompleteError, SlotGoneError.
    """
    if payment.submission_id:
        return payment.submission
    asked = ask(payment)
    return finish(asked) if asked.is_paid else None


def finish(payment: Payment) -> Submission | None:
    """Submit the draft of a paid payment. Raises IncompleteError and SlotGoneError; then the money goes back."""
    if payment.submission_id:
        return payment.submission
    draft = payment.draft
    if draft is None or draft.expired:
        give_back(payment, payment.state, "no-draft")
        return None
    try:
        submission = submit(draft)
    except (UnpaidError, NoAmountError):
        # The answers were changed after the payment began, and cost something else now.
        give_back(payment, payment.state, CHANGED)
        return None
    except IncompleteError:
        give_back(payment, payment.state, "incomplete")
        raise
    except SlotGoneError:
        give_back(payment, payment.state, "slot-gone")
        raise
    note("completed", draft)
    return submission


def _introduce(payment: Payment) -> Payment:
    """Tell the provider of a new payment. Whoever comes second with the same key gets the same record."""
    provider, account = reach(payment.account)
    draft = payment.draft
    with translation.override(draft.version.locale if draft else settings.LANGUAGE_CODE):
        address = reverse("forms:paid", args=[draft.pk if draft else payment.submit_key])
    order = Order(
        amount=payment.amount,
        reference=payment.reference,
        description=payment.description,
        return_url=f"{settings.WAGTAILADMIN_BASE_URL}{address}",
        key=payment.key,
        language=draft.version.locale if draft else settings.LANGUAGE_CODE,
    )
    try:
        record = provider.create(order, account)
    except ProviderRefusedError as refused:
        Payment.objects.filter(pk=payment.pk).update(state=PaymentState.ERROR, code=refused.code)
        logger.error("Payment %s: %s", payment.pk, refused.code)  # noqa: TRY400 - codes only, a trace may hold more
        raise ProviderDownError(refused.code) from None
    new = Payment.objects.filter(pk=payment.pk, provider_ref="")
    new.update(provider_ref=record.provider_ref, next_url=record.next_url)
    return note_record(payment, record)


def _drop(payment: Payment) -> None:
    """Give up a payment of an amount that is no longer due; ProviderDownError when that cannot be made sure now."""
    if not payment.provider_ref:
        Payment.objects.filter(pk=payment.pk).update(state=PaymentState.CANCELLED, code=CHANGED)
        return
    asked = ask(payment)
    give_back(asked, asked.state, CHANGED)

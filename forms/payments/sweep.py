"""The tick asks the provider of each open payment: who paid and closed the browser has sent the form all the same."""

import logging
from datetime import timedelta

from django.utils import timezone, translation

from core.services import code_of
from forms.bookings.seats import SlotGoneError
from forms.delivery.submit import IncompleteError
from forms.models import Payment
from forms.models.payment import PaymentState
from forms.payments.base import ProviderError
from forms.payments.flow import arrive
from forms.payments.ledger import CHANGED, UNKNOWN, to_ask
from forms.payments.mails import tell_not_taken

logger = logging.getLogger(__name__)

#: So many in one run: the job gives way to others.
AT_ONCE = 50
#: A payment that its provider never heard of is forgotten then: nobody was given a way to pay it.
FORGOTTEN = timedelta(hours=2)


def reconcile() -> int:
    """Bring open payments to their end and return how many requests were sent by it.

    A provider that does not answer ends the turn of its account only: waiting for it again and again would hold up
    everything else that the worker has to do.
    """
    silent: set[int] = set()
    sent = 0
    for payment in list(to_ask()[:AT_ONCE]):
        if payment.account_id not in silent:
            sent += _reconcile(payment, silent)
    return sent


def _reconcile(payment: Payment, silent: set[int]) -> bool:
    if not payment.provider_ref:
        if payment.created_at < timezone.now() - FORGOTTEN:
            Payment.objects.filter(pk=payment.pk).update(state=PaymentState.ERROR, code="never-created")
        return False
    locale = payment.draft.version.locale if payment.draft else "en"
    try:
        with translation.override(locale):
            if arrive(payment) is not None:
                return True
            _tell_changed(payment)
    except ProviderError as error:
        silent.add(payment.account_id)
        row = Payment.objects.filter(pk=payment.pk)
        row.update(looked_at=timezone.now())
        row.exclude(code=UNKNOWN).update(code=error.code)
    except (IncompleteError, SlotGoneError):
        tell_not_taken(payment)
    except Exception as error:  # noqa: BLE001 - one bad payment never stops the others
        logger.warning("Payment %s: %s", payment.pk, code_of(error))
    return False


def _tell_changed(payment: Payment) -> None:
    """Tell who paid and left that the answers had changed and cost something else: nothing was sent or taken."""
    payment.refresh_from_db()
    if payment.code == CHANGED and payment.given_back_at and payment.draft and not payment.draft.submitted_at:
        tell_not_taken(payment)

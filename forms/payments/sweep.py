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
from forms.payments.ledger import to_ask
from forms.payments.mails import tell_not_taken

logger = logging.getLogger(__name__)

#: So many in one run: the job gives way to others.
AT_ONCE = 50
#: A payment that its provider never heard of is forgotten then: nobody was given a way to pay it.
FORGOTTEN = timedelta(hours=2)


def reconcile() -> int:
    """Bring open payments to their end and return how many requests were sent by it."""
    return sum(_reconcile(payment) for payment in list(to_ask()[:AT_ONCE]))


def _reconcile(payment: Payment) -> bool:
    if not payment.provider_ref:
        if payment.created_at < timezone.now() - FORGOTTEN:
            Payment.objects.filter(pk=payment.pk).update(state=PaymentState.ERROR, code="never-created")
        return False
    locale = payment.draft.version.locale if payment.draft else "en"
    try:
        with translation.override(locale):
            return arrive(payment) is not None
    except ProviderError as error:
        Payment.objects.filter(pk=payment.pk).update(looked_at=timezone.now(), code=error.code)
    except (IncompleteError, SlotGoneError):
        tell_not_taken(payment)
    except Exception as error:  # noqa: BLE001 - one bad payment never stops the others
        logger.warning("Payment %s: %s", payment.pk, code_of(error))
    return False

"""The demonstration provider: a payment page of our own that says what it is, and money that does not exist."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from forms.models import DemoPayment
from forms.models.payment import OVER, PaymentState
from forms.payments.base import Account, NoticeRefusedError, Order, Provider, ProviderRefusedError, Record


class Fake(Provider):
    """It behaves as real ones do: authorise, capture, cancel, refund, each once."""

    slug = "demonstration"
    name = _("Demonstration (no money moves)")

    def create(self, order: Order, account: Account) -> Record:  # noqa: ARG002 - there is one account only
        """Remember the payment, once a key. Refused outside demonstrations and tests."""
        if not settings.WAYMARK_DEMO_CONTENT:
            raise ProviderRefusedError("demonstration-only")
        facts = {
            "reference": order.reference,
            "description": order.description,
            "amount": order.amount,
            "return_url": order.return_url,
            "language": order.language,
        }
        row, _new = DemoPayment.objects.get_or_create(key=order.key, defaults=facts)
        return _record(row)

    def look_up(self, provider_ref: str, account: Account) -> Record | None:  # noqa: ARG002 - see create
        """Return what is remembered."""
        row = DemoPayment.objects.filter(pk=provider_ref).first()
        return _record(row) if row else None

    def capture(self, provider_ref: str, account: Account) -> None:
        """Take money that does not exist."""
        moved = self._move(provider_ref, (PaymentState.CAPTURABLE, PaymentState.SUCCESS), PaymentState.SUCCESS)
        self._must(moved, account)

    def cancel(self, provider_ref: str, account: Account) -> None:
        """Let go of what was not taken."""
        before = [state for state in PaymentState if state != PaymentState.SUCCESS and state not in OVER]
        record = self.look_up(provider_ref, account)
        self._must(bool(record and record.state in OVER) or self._move(provider_ref, before, PaymentState.CANCELLED))

    @transaction.atomic
    def refund(self, provider_ref: str, amount: int, before: int, key: str, account: Account) -> None:  # noqa: ARG002 - see create
        """Give it back once a key, and never more than was taken."""
        row = DemoPayment.objects.select_for_update().filter(pk=provider_ref, state=PaymentState.SUCCESS).first()
        if row and key in row.refund_keys:
            return
        self._must(row is not None and row.refunded + amount <= row.amount)
        if row:
            row.refunded, row.refund_keys = row.refunded + amount, [*row.refund_keys, key]
            row.save(update_fields=["refunded", "refund_keys"])

    def read_notice(self, headers: Mapping[str, str], body: bytes, account: Account) -> str:  # noqa: ARG002 - see create
        """Refuse: it sends none."""
        raise NoticeRefusedError("no-notices", 404)

    def _move(self, provider_ref: str, before: Any, after: PaymentState) -> bool:
        return DemoPayment.objects.filter(pk=provider_ref, state__in=list(before)).update(state=after) == 1

    def _must(self, done: bool, _account: Account | None = None) -> None:  # noqa: FBT001 - an answer, not a switch
        if not done:
            raise ProviderRefusedError("not-in-that-state")


def _record(row: DemoPayment) -> Record:
    with translation.override(row.language):
        url = reverse("forms:demo-payment", args=[row.pk])
    return Record(str(row.pk), PaymentState(row.state), row.amount, url, row.refunded)

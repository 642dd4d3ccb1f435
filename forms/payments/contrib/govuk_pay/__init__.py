"""GOV.UK Pay, by its public API (docs.payments.service.gov.uk), with delayed capture."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from forms.models.payment import PaymentState
from forms.payments.base import (
    Account,
    Order,
    Provider,
    ProviderDownError,
    ProviderRefusedError,
    Record,
)
from forms.payments.http import NOT_FOUND, ask, fields
from forms.payments.notices import signed_reference


class GovukPay(Provider):
    """The key that we send with a new payment makes two tries one payment."""

    slug = "govuk-pay"
    name = _("GOV.UK Pay")
    options_schema: ClassVar = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"url": {"type": "string", "pattern": "^https?://"}},
    }

    def create(self, order: Order, account: Account) -> Record:
        """Create a payment that is captured later."""
        order_json = {
            "amount": order.amount,
            "reference": order.reference,
            "description": order.description[:255],
            "return_url": order.return_url,
            "delayed_capture": True,
            "language": "cy" if order.language == "cy" else "en",
        }
        headers = {**_headers(account), "Idempotency-Key": order.key}
        answer = ask("POST", _address(account), json=order_json, headers=headers)
        if answer.status_code == NOT_FOUND:
            raise ProviderDownError("http:404")
        return _record(fields(answer))

    def look_up(self, provider_ref: str, account: Account) -> Record | None:
        """Ask for the payment."""
        answer = ask("GET", _address(account, provider_ref), headers=_headers(account))
        return None if answer.status_code == NOT_FOUND else _record(fields(answer))

    def capture(self, provider_ref: str, account: Account) -> None:
        """Take the money; a refusal is no error where it is taken already."""
        self._act(provider_ref, "capture", PaymentState.SUCCESS, account)

    def cancel(self, provider_ref: str, account: Account) -> None:
        """Let the payment go; a refusal is no error where it ended without money."""
        self._act(provider_ref, "cancel", PaymentState.CANCELLED, account)

    def refund(self, provider_ref: str, amount: int, before: int, key: str, account: Account) -> None:  # noqa: ARG002 - this provider guards by what is left
        """Give money back: what is left to refund goes along, so that two tries are one refund."""
        record = self.look_up(provider_ref, account)
        if record is None:
            raise ProviderRefusedError("unknown")
        if record.refunded >= before + amount:
            return
        left = record.amount - record.refunded
        body = {"amount": amount, "refund_amount_available": left}
        ask("POST", _address(account, provider_ref, "refunds"), json=body, headers=_headers(account))

    def read_notice(self, headers: Mapping[str, str], body: bytes, account: Account) -> str:
        """Check ``Pay-Signature`` and read which payment it is about."""
        return signed_reference(headers, body, account, "pay-signature", "resource_id")

    def _act(self, provider_ref: str, verb: str, wanted: PaymentState, account: Account) -> None:
        try:
            answer = ask("POST", _address(account, provider_ref, verb), headers=_headers(account))
        except ProviderRefusedError:
            record = self.look_up(provider_ref, account)
            ended = {PaymentState.FAILED, PaymentState.ERROR, PaymentState.CANCELLED}
            if record and (record.state == wanted or (wanted == PaymentState.CANCELLED and record.state in ended)):
                return
            raise
        if answer.status_code == NOT_FOUND:
            raise ProviderRefusedError("unknown")


def _address(account: Account, *parts: str) -> str:
    base = str(account.options.get("url") or "https://publicapi.payments.service.gov.uk").rstrip("/")
    return "/".join([base, "v1", "payments", *parts])


def _headers(account: Account) -> dict[str, str]:
    return {"Authorization": f"Bearer {account.secret}"}


def _record(found: Mapping[str, Any]) -> Record:
    """Read a payment. An answer without its parts is an outage, since nothing can be said of the money."""
    try:
        link = (found.get("_links") or {}).get("next_url") or {}
        refunds = found.get("refund_summary") or {}
        return Record(
            provider_ref=str(found["payment_id"]),
            state=PaymentState(found["state"]["status"]),
            amount=int(found["amount"]),
            next_url=str(link.get("href") or ""),
            refunded=int(refunds.get("amount_submitted") or 0),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ProviderDownError("not-a-payment") from None

"""A council income system in the shape of CivicaPay: each payment names a fund and an account code.

Its API is not public; this speaks the shape that such systems share (JSON, a key in a header, money taken at once), and
the daily income file is in ``payments/income.py``. It has no delayed capture: money that no request came of is
refunded.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from forms.models.payment import PaymentState
from forms.payments.base import Account, Order, Provider, ProviderDownError, Record
from forms.payments.base import ProviderRefusedError as Refused
from forms.payments.http import NOT_FOUND, ask, fields
from forms.payments.notices import signed_reference

STATES = {
    "PENDING": PaymentState.CREATED,
    "IN_PROGRESS": PaymentState.STARTED,
    "AUTHORISED": PaymentState.SUCCESS,
    "REFUNDED": PaymentState.SUCCESS,
    "DECLINED": PaymentState.FAILED,
    "ABANDONED": PaymentState.CANCELLED,
}


class CivicaPay(Provider):
    """Our key is its ``callingReference``: the same one twice is one transaction."""

    slug = "civica-pay"
    name = _("Council income system (CivicaPay)")
    options_schema: ClassVar = {
        "type": "object",
        "required": ["url", "fund", "account_code"],
        "additionalProperties": False,
        "properties": {
            "url": {"type": "string", "pattern": "^https?://"},
            "fund": {"type": "string", "minLength": 1, "maxLength": 20},
            "account_code": {"type": "string", "minLength": 1, "maxLength": 40},
            "income_storage": {"type": "string"},
        },
    }

    def create(self, order: Order, account: Account) -> Record:
        """Register a transaction with one line: fund, account code, amount."""
        line = {
            "fund": account.options["fund"],
            "accountCode": account.options["account_code"],
            "amount": pounds(order.amount),
            "narrative": order.reference,
        }
        body = {"callingReference": order.key, "returnUrl": order.return_url, "items": [line]}
        answer = ask("POST", _address(account), json=body, headers=_headers(account))
        if answer.status_code == NOT_FOUND:
            raise ProviderDownError("http:404")
        return _record(fields(answer))

    def look_up(self, provider_ref: str, account: Account) -> Record | None:
        """Ask for the transaction."""
        answer = ask("GET", _address(account, provider_ref), headers=_headers(account))
        return None if answer.status_code == NOT_FOUND else _record(fields(answer))

    def capture(self, provider_ref: str, account: Account) -> None:
        """Nothing is left to take: look whether it was."""
        record = self.look_up(provider_ref, account)
        if record is None or record.state != PaymentState.SUCCESS:
            raise Refused("not-paid")

    def cancel(self, provider_ref: str, account: Account) -> None:
        """Close a transaction that nobody paid."""
        try:
            ask("POST", _address(account, provider_ref, "cancel"), headers=_headers(account))
        except Refused:
            record = self.look_up(provider_ref, account)
            if record is None or record.state == PaymentState.SUCCESS:
                raise

    def refund(self, provider_ref: str, amount: int, before: int, key: str, account: Account) -> None:  # noqa: ARG002 - this provider knows the key
        """Give money back under our key."""
        body = {"callingReference": key, "amount": pounds(amount)}
        answer = ask("POST", _address(account, provider_ref, "refunds"), json=body, headers=_headers(account))
        if answer.status_code == NOT_FOUND:
            raise Refused("unknown")

    def read_notice(self, headers: Mapping[str, str], body: bytes, account: Account) -> str:
        """Check ``X-Signature`` and read which payment it is about."""
        return signed_reference(headers, body, account, "x-signature", "transactionId")


def pounds(pence: int) -> str:
    """Return an amount as "12.50"."""
    return f"{pence // 100}.{pence % 100:02}"


def _address(account: Account, *parts: str) -> str:
    return "/".join([str(account.options["url"]).rstrip("/"), "transactions", *parts])


def _headers(account: Account) -> dict[str, str]:
    return {"X-API-Key": account.secret}


def _record(found: Mapping[str, Any]) -> Record:
    try:
        return Record(
            provider_ref=str(found["transactionId"]),
            state=STATES[found["status"]],
            amount=_pence(found["amount"]),
            next_url=str(found.get("paymentUrl") or ""),
            refunded=_pence(found.get("refunded") or "0"),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation):
        raise ProviderDownError("not-a-payment") from None


def _pence(text: Any) -> int:
    return int((Decimal(str(text)) * 100).to_integral_exact())

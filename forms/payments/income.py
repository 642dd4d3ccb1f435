"""The daily file for the council's ledger: each payment taken and each refund sent on a day, with fund and code."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InvalidStorageError, storages
from django.utils import timezone

from core.models import AuditEvent
from core.services import record_event, write_csv
from forms.bookings.times import day_bounds
from forms.models import Payment, PaymentAccount, PaymentAction

COLUMNS = ("date", "fund", "account_code", "payment_reference", "provider_reference", "kind", "amount")
#: Days that are looked back: a folder that was away is filled when it is there again.
DAYS = 7
#: What the audit record says of a file that was handed over.
VERB = "payment.income"


def drop_income_files() -> int:
    """Write the file of each of the last days that was not written yet; return how many. Nobody is named in it.

    Each is written once: a file that the ledger has taken and removed does not come again.
    """
    today, new = timezone.localdate(), 0
    for account in PaymentAccount.objects.filter(enabled=True):
        for number in range(DAYS, 0, -1):
            new += _drop(account, today - timedelta(days=number))
    return new


def income_rows(account: PaymentAccount, day: date) -> Iterator[tuple[Any, ...]]:
    """Yield the lines of a day, oldest first; refunds are negative."""
    bounds = day_bounds(day)
    fund, code = (account.options.get(name, "") for name in ("fund", "account_code"))
    for row in Payment.objects.filter(account=account, captured_at__range=_range(bounds)).order_by("captured_at"):
        yield day, fund, code, row.reference, row.provider_ref, "payment", _pounds(row.amount)
    sent = PaymentAction.objects.filter(
        payment__account=account, kind=PaymentAction.REFUND, delivered_at__range=_range(bounds)
    )
    for action in sent.select_related("payment").order_by("delivered_at"):
        payment = action.payment
        yield day, fund, code, payment.reference, payment.provider_ref, "refund", _pounds(-action.amount)


def _drop(account: PaymentAccount, day: date) -> bool:
    name = account.options.get("income_storage")
    try:
        storage = storages[name] if name else None
    except InvalidStorageError:
        return False
    written = f"onlineforms.income:{account.key}:{day.isoformat()}"
    if storage is None or _is_recorded(written):
        return False
    path = f"income-{account.key}-{day.isoformat()}.csv"
    new = not storage.exists(path)
    if new:
        text = io.StringIO(newline="")
        write_csv([COLUMNS, *income_rows(account, day)], text)
        storage.save(path, ContentFile(text.getvalue().encode()))
    record_event(verb=VERB, obj=written)
    return new


def _is_recorded(written: str) -> bool:
    kind, _colon, reference = written.partition(":")
    return AuditEvent.objects.filter(verb=VERB, object_type=kind, object_ref=reference).exists()


def _range(bounds: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return both ends as ``range`` takes them, which has the last moment in it."""
    return bounds[0], bounds[1] - timedelta(microseconds=1)


def _pounds(pence: int) -> float:
    return pence / 100

"""The daily file for the council's ledger: each payment taken and each refund sent on a day, with fund and code."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InvalidStorageError, storages
from django.utils import timezone

from core.services import write_csv
from forms.bookings.times import day_bounds
from forms.models import Payment, PaymentAccount, PaymentAction

COLUMNS = ("date", "fund", "account_code", "payment_reference", "provider_reference", "kind", "amount")
#: Days that are looked back: a folder that was away is filled when it is there again.
DAYS = 7


def drop_income_files() -> int:
    """Write the file of each of the last days that is not there yet; return how many. Nobody is named in it."""
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
    path = f"income-{account.key}-{day.isoformat()}.csv"
    if storage is None or storage.exists(path):
        return False
    text = io.StringIO(newline="")
    write_csv([COLUMNS, *income_rows(account, day)], text)
    storage.save(path, ContentFile(text.getvalue().encode()))
    return True


def _range(bounds: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return both ends as ``range`` takes them, which has the last moment in it."""
    return bounds[0], bounds[1] - timedelta(microseconds=1)


def _pounds(pence: int) -> float:
    return pence / 100

"""Deliver what is due."""

import logging
import time
from datetime import datetime, timedelta

from django.utils import timezone

from core.failures import code_of, place_of
from core.models import OutboxItem
from core.outbox.claim import claim
from core.outbox.outcome import Done, Outcome, Rejected, Retry
from core.outbox.registry import Deliver, outboxes
from core.outbox.settle import settle

logger = logging.getLogger(__name__)

#: A sweep ends after this time, so that other jobs get their turn; the next one goes on.
BUDGET = timedelta(seconds=30)


def sweep_outbox(now: datetime | None = None) -> int:
    """Deliver due rows and return how many arrived.

    ``now`` stands for the present in tests. The outboxes take turns, row by row: a slow supplier in one of them never
    holds up the others. Database errors are raised; whatever else goes wrong is the row's own and is stored with it.
    """
    ends = time.monotonic() + BUDGET.total_seconds()
    open_outboxes, delivered = outboxes(), 0
    while open_outboxes and time.monotonic() < ends:
        for model, deliver in list(open_outboxes.items()):
            item = claim(model, now or timezone.now())
            if item is None:
                del open_outboxes[model]
            elif deliver_one(item, deliver, now):
                delivered += 1
    return delivered


def deliver_one(item: OutboxItem, deliver: Deliver, now: datetime | None) -> bool:
    """Deliver a claimed row, settle it and return whether it arrived."""
    outcome = attempt(item, deliver)
    if not settle(item, outcome, now or timezone.now()):
        logger.error("%s %s: the delivery outlived its lease", item._meta.label, item.pk)
        return False
    if not isinstance(outcome, Done):
        logger.warning("%s %s: %s", item._meta.label, item.pk, outcome)
    return isinstance(outcome, Done)


def attempt(item: OutboxItem, deliver: Deliver) -> Outcome:
    """Call the delivery outside any transaction; an exception becomes a code, never a text."""
    try:
        outcome: object = deliver(item)
    except Exception as error:  # noqa: BLE001 - one bad row never blocks others
        logger.error("%s %s: %s at %s", item._meta.label, item.pk, code_of(error), place_of(error))  # noqa: TRY400 - a traceback would log the text
        return Retry(code_of(error))
    # A delivery that forgot to say what happened has not delivered.
    return outcome if isinstance(outcome, Done | Retry | Rejected) else Retry("no_outcome")

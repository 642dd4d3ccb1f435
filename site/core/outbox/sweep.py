"""Deliver what is due."""

import logging
import time
from datetime import datetime, timedelta

from django.utils import timezone

from core.failures import code_of, log_failure
from core.models import OutboxItem
from core.outbox.claim import claim
from core.outbox.outcome import Done, Outcome, Rejected, Retry
from core.outbox.registry import Deliver, outboxes, shared
from core.outbox.settle import settle

logger = logging.getLogger(__name__)

#: A sweep ends after this time, so that other jobs get their turn; the next one goes on.
BUDGET = timedelta(seconds=30)
#: Seconds for which an outbox that was empty is not asked again: of thousands of mails each would pay for all others.
QUIET = 0.25


def sweep_outbox(now: datetime | None = None) -> int:
    """Deliver due rows and return how many arrived.

    ``now`` stands for the present in tests. The outboxes take turns, row by row: a slow supplier in one of them never
    holds up the others. One that was empty is asked again soon, so that a receipt written while pages are audited
    goes out between two of them. Database errors are raised; whatever else goes wrong is the row's own and is stored
    with it.
    """
    ends, delivered = time.monotonic() + BUDGET.total_seconds(), 0
    quiet: dict[type[OutboxItem], float] = {}
    with shared():
        while time.monotonic() < ends:
            asked = [each for each in outboxes().items() if quiet.get(each[0], 0) <= time.monotonic()]
            arrived = {model: deliver_next(model, deliver, now) for model, deliver in asked}
            delivered += list(arrived.values()).count(True)
            empty = [model for model, came in arrived.items() if came is None]
            if len(empty) == len(outboxes()):
                break
            # Before the end all are asked once more.
            quiet = {} if len(empty) == len(asked) else {**quiet, **dict.fromkeys(empty, time.monotonic() + QUIET)}
    return delivered


def deliver_next(model: type[OutboxItem], deliver: Deliver, now: datetime | None) -> bool | None:
    """Deliver the next due row of one outbox; None when nothing is due there, else whether it arrived."""
    item = claim(model, now or timezone.now())
    return None if item is None else deliver_one(item, deliver, now)


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
        log_failure(logger, "%s %s", item._meta.label, item.pk, error=error)
        return Retry(code_of(error))
    # A delivery that forgot to say what happened has not delivered.
    return outcome if isinstance(outcome, Done | Retry | Rejected) else Retry("no_outcome")

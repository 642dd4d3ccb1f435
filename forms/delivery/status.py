"""Move a request on: its state, a line of its story, and an e-mail to its owner."""

from django.db import transaction
from django.utils import timezone

from core.models import User
from forms.delivery.updates import queue_update
from forms.funnels import subject_of
from forms.models import StatusEvent, Submission
from forms.models.status import Source
from forms.models.submission import Status
from insight.services import record_status

ENDS = frozenset({Status.DECIDED, Status.CLOSED})


@transaction.atomic
def set_status(
    submission: Submission,
    status: str,
    *,
    public_text: str = "",
    staff: User | None = None,
    source: Source | None = None,
    tell: bool = True,
) -> StatusEvent:
    """Store a new state. ``staff`` is who set it; without one or a ``source`` a connector did.

    ValueError for an unknown state.

    Requests that were merged into this one follow it, so that each resident hears of the same outcome. With ``tell``
    off no message is sent: the caller sends one of its own.
    """
    state = Status(status)
    row = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    row.status = state
    # Who decides in time and closes later has kept the promise: the end is when it first was one.
    row.closed_at = (row.closed_at or timezone.now()) if state in ENDS else None
    row.save(update_fields=["status", "closed_at"])
    submission.status, submission.closed_at = row.status, row.closed_at
    says = source or (Source.STAFF if staff else Source.CONNECTOR)
    event = StatusEvent.objects.create(submission=row, status=state, public_text=public_text, source=says, staff=staff)
    if tell:
        queue_update(row, event)
    if not row.is_test:
        _tell_insight(row, state)
    # What one resident did is said as "you": the others hear of the state alone.
    shared = "" if says == Source.RESIDENT else public_text
    for duplicate in row.duplicates.all():
        set_status(duplicate, state, public_text=shared, staff=staff, source=source, tell=tell)
    return event


def _tell_insight(row: Submission, state: Status) -> None:
    """Count the state. The promise counts once: what is opened and finished again was late or in time before."""
    ends = StatusEvent.objects.filter(submission=row, status__in=ENDS).count()
    promised = row.due_on if ends == 1 else None
    record_status(row.reference, state, timezone.localdate(), promised, subject_of(row.version))

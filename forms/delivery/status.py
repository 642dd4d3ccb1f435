"""Move a request on: its state, and a line of its story that its owner reads."""

from django.db import transaction
from django.utils import timezone

from core.models import User
from forms.models import StatusEvent, Submission
from forms.models.status import Source
from forms.models.submission import Status

ENDS = frozenset({Status.DECIDED, Status.CLOSED})


@transaction.atomic
def set_status(submission: Submission, status: str, *, public_text: str = "", staff: User | None = None) -> StatusEvent:
    """Store a new state. ``staff`` is who set it; without one a connector did. ValueError for an unknown state."""
    state = Status(status)
    row = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    row.status = state
    row.closed_at = timezone.now() if state in ENDS else None
    row.save(update_fields=["status", "closed_at"])
    submission.status, submission.closed_at = row.status, row.closed_at
    source = Source.STAFF if staff else Source.CONNECTOR
    return StatusEvent.objects.create(submission=row, status=state, public_text=public_text, source=source, staff=staff)

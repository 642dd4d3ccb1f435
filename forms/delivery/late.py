"""The day after the promised one, a request that is still open gets an honest word, once, by itself."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from forms.delivery.status import ENDS
from forms.delivery.updates import queue_update
from forms.models import StatusEvent, Submission
from forms.models.status import Source

#: So many in one run: the job gives way to others.
AT_ONCE = 200


def overdue() -> QuerySet[Submission]:
    """Return open requests whose promised day is over and whose owners were not told."""
    rows = Submission.objects.filter(is_test=False, late_at=None, erased_at=None, due_on__lt=timezone.localdate())
    return rows.exclude(status__in=ENDS).order_by("due_on")


def tell_late() -> int:
    """Write the line into the story and queue the e-mail; return how many requests are late since the last run."""
    return sum(_tell(pk) for pk in list(overdue().values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def _tell(pk: UUID) -> bool:
    row = overdue().select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        return False
    row.late_at = timezone.now()
    row.save(update_fields=["late_at"])
    event = StatusEvent.objects.create(
        submission=row,
        status=row.status,
        public_text=row.version.schema["promise"]["if_late"][:500],
        source=Source.CLOCK,
    )
    queue_update(row, event)
    return True

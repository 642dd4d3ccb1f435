"""Whether the promise of a service is kept: counted from its requests, shown on its page, good or bad."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache
from django.db.models import Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.services import is_working_day, working_days_in_words
from forms.models import Submission

WINDOW = timedelta(days=90)
#: Fewer requests say nothing, and could tell of one person.
FEWEST = 30
#: Seconds that a count is shown before it is made anew.
KEPT = 3_600
#: The median is taken of so many of the newest.
MOST = 5_000


@dataclass(frozen=True)
class PromiseRecord:
    """``share``: per cent of requests dealt with by the promised day; ``median``: working days, of closed ones."""

    count: int
    share: int
    median: int

    @property
    def in_words(self) -> str:
        """Return the sentence that residents read, in the active language."""
        words = _(
            "We kept this promise for %(share)d in 100 requests in the last 90 days."
            " Half of those that are done took %(days)s or less."
        )
        return words % {"share": self.share, "days": working_days_in_words(self.median)}


def promise_record(form_id: int | None) -> PromiseRecord | None:
    """Return the record of a form in all its languages; None where there is no form or too little is known."""
    if not form_id:
        return None
    key = f"forms.record:{form_id}"
    found: PromiseRecord | bool | None = cache.get(key)
    if found is None:
        found = count_record(form_id) or False
        cache.set(key, found, KEPT)
    return found if isinstance(found, PromiseRecord) else None


def count_record(form_id: int) -> PromiseRecord | None:
    """Count requests whose promised day lies in the window, and those that were closed early.

    One that is open after its day is a promise not kept: nobody makes a record better by leaving it open.
    """
    today = timezone.localdate()
    rows = list(_requests(form_id, today).values_list("due_on", "received_at", "closed_at")[:MOST])
    closed = [(due, timezone.localdate(received), timezone.localdate(done)) for due, received, done in rows if done]
    if len(rows) < FEWEST or not closed:
        return None
    kept = sum(done <= due for due, _received, done in closed)
    days = sorted(working_days(received, done) for _due, received, done in closed)
    # Rounded down: 99.6 in 100 is not 100.
    return PromiseRecord(len(rows), kept * 100 // len(rows), days[len(days) // 2])


def working_days(start: date, end: date) -> int:
    """Return how many working days lie after ``start`` and up to ``end``; 0 for the same day."""
    return sum(is_working_day(start + timedelta(days=number)) for number in range(1, (end - start).days + 1))


def _requests(form_id: int, today: date) -> QuerySet[Submission]:
    key = Page.objects.filter(pk=form_id).values("translation_key")
    due = Q(due_on__lt=today) | Q(closed_at__isnull=False)
    rows = Submission.objects.filter(due, version__form__translation_key=Subquery(key), is_test=False)
    return rows.filter(received_at__gte=timezone.now() - WINDOW).order_by("-received_at")

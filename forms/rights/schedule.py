"""The retention schedule of each form, and what it would erase today: looked at first, then done by the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from forms.models import Booking, Draft, FormVersion, Submission
from forms.models.booking import BookingState


@dataclass(frozen=True)
class Keeping:
    """The days of one version of a form, and what is due now. ``file_days``: None where files stay as long."""

    version: FormVersion
    draft_days: int
    done_days: int
    file_days: int | None
    drafts: int
    requests: int
    files: int

    @property
    def due(self) -> bool:
        """Return whether the next run erases something of it."""
        return bool(self.drafts or self.requests or self.files)


def schedule() -> Iterator[Keeping]:
    """Yield the schedule of every version that keeps something, or that runs."""
    for version in FormVersion.objects.exclude(number=0).order_by("form_slug", "locale", "-number"):
        days = version.schema["retention"]
        used = version.retired_at is None or version.submissions.filter(erased_at=None).exists()
        if used or version.drafts.exists():
            yield Keeping(
                version,
                int(days["draft_days"]),
                int(days["done_days"]),
                file_days(version),
                drafts_due().filter(version=version).count(),
                requests_due(version).count(),
                files_due(version).count(),
            )


def file_days(version: FormVersion) -> int | None:
    """Return how many days files are kept after the end; None where they stay as long as the request."""
    days = version.schema["retention"].get("file_days")
    return None if days is None else int(days)


def drafts_due() -> QuerySet[Draft]:
    """Return unfinished forms whose time is over."""
    return Draft.objects.filter(expires_at__lte=timezone.now())


def requests_due(version: FormVersion) -> QuerySet[Submission]:
    """Return requests of a version whose time after the end is over; one with a time still to come is not over."""
    rows = _ended(version, int(version.schema["retention"]["done_days"])).filter(erased_at=None)
    coming = Booking.objects.filter(submission=OuterRef("pk"), state=BookingState.CONFIRMED)
    return rows.exclude(Exists(coming.filter(seat__slot__starts_at__gt=timezone.now())))


def files_due(version: FormVersion) -> QuerySet[Submission]:
    """Return requests of a version whose files go before their answers do."""
    days = file_days(version)
    if days is None:
        return Submission.objects.none()
    rows = _ended(version, days).filter(Q(files_erased_at=None), files__isnull=False, erased_at=None)
    return rows.distinct()


def _ended(version: FormVersion, days: int) -> QuerySet[Submission]:
    return Submission.objects.filter(version=version, closed_at__lte=timezone.now() - timedelta(days=days))

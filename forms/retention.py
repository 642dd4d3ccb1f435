"""Forget what is over: unfinished drafts after their time, answers of closed requests after theirs."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from forms.models import Draft, FormVersion, Submission, SubmissionFile
from forms.runner.drafts import TEST_DAYS


def erase_due() -> int:
    """Erase what is due and return how many rows. A request keeps its reference, version, state and dates."""
    drafts = Draft.objects.filter(expires_at__lte=timezone.now())
    _erase_files(SubmissionFile.objects.filter(draft__in=drafts))
    count = drafts.count()
    drafts.delete()
    return count + sum(_erase(submission) for submission in _closed()) + _forget_tests()


def _forget_tests() -> int:
    """Remove what authors sent while they tried a form, and the drafts of forms that they walked through."""
    tests = Submission.objects.filter(is_test=True, received_at__lte=timezone.now() - timedelta(days=TEST_DAYS))
    _erase_files(SubmissionFile.objects.filter(submission__in=tests))
    count = tests.count()
    tests.delete()
    FormVersion.objects.filter(form=None, number=0, drafts=None, submissions=None).delete()
    return count


def _closed() -> list[Submission]:
    closed = Submission.objects.filter(closed_at__isnull=False, erased_at=None).select_related("version")
    now = timezone.now()
    return [row for row in closed if row.closed_at and row.closed_at + _kept(row) <= now]


def _kept(submission: Submission) -> timedelta:
    return timedelta(days=int(submission.version.schema["retention"]["done_days"]))


def _erase(submission: Submission) -> int:
    _erase_files(submission.files.all())
    submission.sealed, submission.email_hash, submission.phone_hash = b"", "", ""
    submission.erased_at = timezone.now()
    submission.save(update_fields=["sealed", "email_hash", "phone_hash", "erased_at"])
    return 1


def _erase_files(files: QuerySet[SubmissionFile]) -> None:
    for file in files:
        file.file.delete(save=False)
        file.delete()

"""Forget what is over: unfinished drafts after their time, answers of closed requests after theirs."""

from datetime import timedelta

from django.utils import timezone

from forms.models import Erasure, FormVersion, Submission, SubmissionFile
from forms.rights.erase import erase_case, erase_files
from forms.rights.schedule import drafts_due, files_due, requests_due
from forms.runner.drafts import TEST_DAYS


def erase_due() -> int:
    """Erase what is due and return how many rows. A request keeps its reference, version, state and dates."""
    drafts = drafts_due()
    erase_files(SubmissionFile.objects.filter(draft__in=drafts))
    count = drafts.count()
    drafts.delete()
    return count + sum(_of_version(version) for version in _with_ended()) + _forget_tests()


def _with_ended() -> list[FormVersion]:
    ended = Submission.objects.filter(closed_at__isnull=False, erased_at=None)
    return list(FormVersion.objects.filter(pk__in=ended.values("version")))


def _of_version(version: FormVersion) -> int:
    count = sum(erase_case(row, Erasure.Reason.TIME) for row in requests_due(version))
    for row in files_due(version):
        count += erase_files(row.files.all())
        Submission.objects.filter(pk=row.pk).update(files_erased_at=timezone.now())
    return count


def _forget_tests() -> int:
    """Remove what authors sent while they tried a form, and the drafts of forms that they walked through."""
    tests = Submission.objects.filter(is_test=True, received_at__lte=timezone.now() - timedelta(days=TEST_DAYS))
    erase_files(SubmissionFile.objects.filter(submission__in=tests))
    count = tests.count()
    tests.delete()
    FormVersion.objects.filter(form=None, number=0, drafts=None, submissions=None).delete()
    return count

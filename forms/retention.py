"""Forget what is over: unfinished drafts after their time, answers of closed requests after theirs."""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Model
from django.utils import timezone

from core.services import PartlyDoneError, log_failure
from forms.models import Draft, Erasure, FormVersion, Submission
from forms.rights.erase import erase_case, erase_files
from forms.rights.schedule import drafts_due, files_due, requests_due
from forms.runner.drafts import TEST_DAYS

logger = logging.getLogger(__name__)


class Tally:
    """Counts what is erased. A row that raises is named in the log, counted, and stops no other."""

    def __init__(self) -> None:
        self.done = self.failed = 0

    def each(self, rows: Callable[[], Iterable[Model]], erase: Callable[[Any], int]) -> None:
        """Erase each row in a transaction of its own. A database that went away is raised: no other row would go."""
        try:
            found = list(rows())
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:  # noqa: BLE001 - what one form's rule cannot find keeps no other form's data
            self._note("Rows that are due are not found", error=error)
            return
        for row in found:
            try:
                with transaction.atomic():
                    erased = erase(row)
                self.done += erased
            except (OperationalError, InterfaceError):
                raise
            except Exception as error:  # noqa: BLE001 - one bad row never keeps the data of others
                self._note("%s %s is not erased", row._meta.label, row.pk, error=error)

    def _note(self, words: str, *values: object, error: Exception) -> None:
        self.failed += 1
        log_failure(logger, words, *values, error=error)


def erase_due() -> int:
    """Erase what is due and return how many rows. A request keeps its reference, version, state and dates.

    PartlyDoneError at the end when rows raised: everything else is erased, and the next run tries them again.
    """
    tally = Tally()
    tally.each(lambda: drafts_due().defer("sealed"), _forget)
    for version in _with_ended():
        tally.each(partial(requests_due, version), partial(erase_case, reason=Erasure.Reason.TIME))
        tally.each(partial(files_due, version), _erase_files_of)
    tally.each(_tests, _forget)
    FormVersion.objects.filter(form=None, number=0, drafts=None, submissions=None).delete()
    if tally.failed:
        raise PartlyDoneError(tally.failed)
    return tally.done


def _with_ended() -> list[FormVersion]:
    ended = Submission.objects.filter(closed_at__isnull=False, erased_at=None)
    return list(FormVersion.objects.filter(pk__in=ended.values("version")))


def _forget(row: Draft | Submission) -> int:
    erase_files(row.files.all())
    row.delete()
    return 1


def _erase_files_of(row: Submission) -> int:
    count = erase_files(row.files.all())
    Submission.objects.filter(pk=row.pk).update(files_erased_at=timezone.now())
    return count


def _tests() -> Iterable[Submission]:
    """Return what authors sent while they tried a form; the drafts of forms that they walked through go with it."""
    return Submission.objects.filter(is_test=True, received_at__lte=timezone.now() - timedelta(days=TEST_DAYS))

"""Run the jobs that are due."""

import logging
import secrets
from collections import deque
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from core.failures import code_of, log_failure
from core.models import ScheduledJob
from core.schedule.registry import Job, PartlyDoneError, jobs

logger = logging.getLogger(__name__)

OK = "ok"
#: A timer is never exact: without this a job of each minute would skip every other tick.
SLACK = timedelta(seconds=5)
#: What came of jobs that this process ran, until it is stored: the database may go away while a job runs.
_owed: deque[tuple[Job, str, datetime, str]] = deque()


def run_due_jobs(now: datetime | None = None) -> dict[str, str]:
    """Run each due job that nobody else runs; return name -> ``ok`` or a code. Database errors are raised."""
    settle_owed()
    outcomes = {}
    for job in due_jobs(now or timezone.now()):
        started = now or timezone.now()
        owner = claim_job(job, started)
        if owner:
            outcomes[job.name] = outcome_of(job)
            _owed.append((job, owner, started, outcomes[job.name]))
            settle_owed()
    return outcomes


def claimable(job: Job, now: datetime) -> QuerySet[ScheduledJob]:
    """Return the row of ``job`` if it is due and nobody runs it."""
    due = Q(last_run_at=None) | Q(last_run_at__lte=now - job.every + min(SLACK, job.every / 10))
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    return ScheduledJob.objects.filter(due, free, name=job.name)


def due_jobs(now: datetime) -> list[Job]:
    """Return the jobs to try: an idle worker only reads, and leaves SQLite's one write lock to others."""
    known = set(ScheduledJob.objects.values_list("name", flat=True))
    return [job for job in jobs() if job.name not in known or claimable(job, now).exists()]


def claim_job(job: Job, now: datetime) -> str:
    """Return the token of a lease on ``job``, or an empty text when it is not due or somebody runs it."""
    ScheduledJob.objects.get_or_create(name=job.name)
    owner = secrets.token_hex(16)
    return owner if claimable(job, now).update(lease_until=now + job.lease, lease_owner=owner) else ""


def outcome_of(job: Job) -> str:
    """Run the job and return ``ok``, how many rows it had to leave, or the code of what it raised."""
    try:
        job.run()
    except PartlyDoneError as partly:
        log_failure(logger, "Job %s left %d rows that raised", job.name, partly.failed)
        return f"failed-rows:{partly.failed}"
    except Exception as error:  # noqa: BLE001 - one bad job never stops others
        log_failure(logger, "Job %s", job.name, error=error)
        return code_of(error)
    return OK


def settle_owed() -> None:
    """Store what came of each job. What the database was away for is stored by the next pass, not after the lease."""
    while _owed:
        finish_job(*_owed[0])
        _owed.popleft()


def finish_job(job: Job, owner: str, started: datetime, outcome: str) -> None:
    """Store what came of the job, and free it."""
    mine = ScheduledJob.objects.filter(name=job.name, lease_owner=owner)
    if not mine.update(last_run_at=started, last_outcome=outcome, lease_until=None, lease_owner=""):
        logger.error("Job %s outlived its lease of %s", job.name, job.lease)

"""Which jobs there are. Rooms add theirs from ``AppConfig.ready()``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

#: A job must end within its lease; after it another worker may believe that the first one died.
LEASE = timedelta(minutes=15)


class PartlyDoneError(Exception):
    """Raised by a job at its end: it did what it could, and ``failed`` rows raised and were left for the next run."""

    def __init__(self, failed: int) -> None:
        super().__init__(failed)
        self.failed = failed


@dataclass(frozen=True)
class Job:
    """Something to run ``every`` so often, by one worker at a time."""

    name: str
    every: timedelta
    run: Callable[[], object]
    lease: timedelta = LEASE


_jobs: dict[str, Job] = {}


def register_job(name: str, every: timedelta, run: Callable[[], object], *, lease: timedelta = LEASE) -> None:
    """Run ``run()`` at most once in ``every``; a second job of that name is a ValueError.

    ``lease`` is longer than the job can take: it is how long a job of a worker that was killed waits.
    """
    if name in _jobs:
        raise ValueError(f"A job named {name!r} exists already.")
    _jobs[name] = Job(name, every, run, lease)


def jobs() -> list[Job]:
    """Return all jobs in the order of registration."""
    return list(_jobs.values())

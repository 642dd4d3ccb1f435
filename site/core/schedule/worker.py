"""One process that runs tasks and jobs until it is told to stop, and outlives a database that restarts."""

import logging
import secrets
import signal
import threading
from collections.abc import Callable
from types import FrameType

from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.dispatch import Signal
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from core.failures import code_of, log_failure
from core.schedule.run import run_due_jobs

logger = logging.getLogger(__name__)

INTERVAL_SECONDS = 1.0
#: Sent by each worker before it looks for work: who keeps something of the database in the process reads it anew.
pass_begins = Signal()
#: After the database went away; a restart is over within 10 seconds.
BLIP_SECONDS = 2.0
#: Tasks a pass, so that a long queue never holds up the jobs.
TASKS_A_PASS = 20


def run_tasks(worker_id: str) -> None:
    """Run waiting django-tasks until there are none, or for one pass."""
    if not DBTaskResult.objects.ready().exists():
        return  # looking for one with a lock would take SQLite's one write lock each second
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=TASKS_A_PASS,
        worker_id=worker_id,
        excluded_queue_names=[],
    ).run()


def one_pass(worker_id: str) -> None:
    """Run what is due now: jobs first, since the outbox is among them."""
    pass_begins.send(sender=Loop)
    run_due_jobs()
    run_tasks(worker_id)


class Loop:
    """Calls ``work`` again and again; :meth:`stop` lets the pass that runs come to its end."""

    def __init__(self, work: Callable[[str], None] = one_pass) -> None:
        self.work = work
        self.worker_id = secrets.token_hex(8)
        self.stopping = threading.Event()

    def stop(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a signal handler
        """End after this pass; a second signal ends at once."""
        self.stopping.set()
        signal.signal(signum, signal.SIG_DFL)

    def listen(self) -> None:
        """Stop on SIGTERM and SIGINT."""
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, self.stop)

    def run(self) -> None:
        """Work until stopped."""
        while not self.stopping.is_set():
            self.stopping.wait(INTERVAL_SECONDS if self.once() else BLIP_SECONDS)

    def once(self) -> bool:
        """Make one pass; False when the database went away, and the next pass connects anew."""
        close_old_connections()
        try:
            self.work(self.worker_id)
        except (OperationalError, InterfaceError) as error:
            log_failure(logger, "The database did not answer (%s): trying again", code_of(error))
            connections.close_all()
            return False
        return True

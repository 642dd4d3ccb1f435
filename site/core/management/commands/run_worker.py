"""``manage.py run_worker``: tasks, scheduled jobs and the outbox in one process."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.schedule.worker import Loop


class Command(BaseCommand):
    """Run background work until SIGTERM or SIGINT."""

    help = "Run tasks, scheduled jobs and the outbox until SIGTERM or Ctrl+C. Several workers may run side by side."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take ``--once``."""
        parser.add_argument("--once", action="store_true", help="Make one pass, then stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; with ``--once`` a database that does not answer is an error."""
        # They say "starting" and "no more tasks" on each pass, and each task twice.
        for name in ("django_tasks", "django_tasks_db"):
            logging.getLogger(name).setLevel(logging.WARNING)
        loop = Loop()
        if options["once"]:
            if not loop.once():
                raise CommandError("The database did not answer. Is it running, and is DATABASE_URL right?")
            return
        loop.listen()
        self.stdout.write("The worker runs. Stop it with Ctrl+C.")
        self.stdout.flush()
        loop.run()
        self.stdout.write("The worker has stopped.")

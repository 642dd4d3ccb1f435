"""``manage.py tick``: run the jobs that are due. A timer calls it each minute where no worker runs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.schedule.run import OK, run_due_jobs


class Command(BaseCommand):
    """Run due jobs once."""

    help = "Run the scheduled jobs that are due, then stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line a job; exit with 1 when one failed, after all had their turn."""
        outcomes = run_due_jobs()
        for name, outcome in outcomes.items():
            self.stdout.write(f"{name}: {outcome}")
        failed = [name for name, outcome in outcomes.items() if outcome != OK]
        if failed:
            raise CommandError(f"These jobs failed, the log says where: {', '.join(failed)}")

"""``manage.py retention_report``: the schedule of each form and what the next run erases. It changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from forms.rights.schedule import schedule


class Command(BaseCommand):
    """One line a version of a form."""

    help = "Show what the next run of retention erases, and erase nothing."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Print the lines."""
        for row in schedule():
            files = row.done_days if row.file_days is None else row.file_days
            self.stdout.write(
                f"{row.version}: unfinished {row.draft_days} days, done {row.done_days}, files {files}; "
                f"due now: {row.drafts} unfinished, {row.requests} requests, {row.files} requests with files"
            )

"""``manage.py replay_erasures``: after a backup was restored, erase again what was erased since it was made."""

from typing import Any

from django.core.management.base import BaseCommand

from forms.rights.erase import replay_erasures


class Command(BaseCommand):
    """Say how many."""

    help = "After a restore: erase again what the list of erasures names."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Run it."""
        self.stdout.write(f"Erased again: {replay_erasures()}")

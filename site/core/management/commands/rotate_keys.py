"""``manage.py rotate_keys``: seal every stored value again with the first key of WAYMARK_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.crypto import key_ring
from core.crypto.rotation import Progress, rotate

EVERY = 100


class Command(BaseCommand):
    """Can be stopped and started again at any time; what was done stays done."""

    help = "Seal stored answers and messages again with the newest key. It can be stopped and goes on where it ended."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how far each column is; values that do not open are named and make the command fail."""
        last: dict[str, Progress] = {}
        for progress in rotate():
            last[progress.field.label] = progress
            if progress.done % EVERY == 0 or progress.done == progress.total:
                self.stdout.write(f"{progress.field.label}: {progress.done} of {progress.total}")
        broken = [f"{label} {pk}" for label, progress in last.items() for pk in progress.broken]
        if broken:
            raise CommandError(f"{len(broken)} values do not open with any key of WAYMARK_KEYS: {', '.join(broken)}")
        hashing, sealing = key_ring().hashing.key_id, key_ring().sealing.key_id
        self.stdout.write(f"Everything is sealed with the key {sealing!r}.")
        if hashing != sealing:
            self.stdout.write(
                f"Keep the key {hashing!r} as the last one: residents' links and look-ups are hashed with it."
            )

"""Load the demonstration site."""

import time
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction

from core.demo.context import DemoContext
from core.demo.registry import ordered_loaders


class DemoRefusedError(Exception):
    """Demo content makes accounts with a printed password, so these settings do not allow it."""


def load_all() -> Iterator[tuple[str, float]]:
    """Run each loader in a transaction of its own; yield its name and the seconds it took.

    Raises DemoRefusedError unless the settings allow demo content, and ValueError when an order cannot be found.
    """
    if not settings.WAYMARK_DEMO_CONTENT:
        raise DemoRefusedError(
            "Demo content is never loaded under these settings: its password is printed. Use 'make demo'."
        )
    context = DemoContext()
    for loader in ordered_loaders():
        started = time.monotonic()
        with transaction.atomic():
            loader.load(context)
        yield loader.name, time.monotonic() - started

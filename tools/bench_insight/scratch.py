"""A scratch database with everything migrated, and a watch."""

import contextlib
import logging
import os
import time
from collections.abc import Callable, Iterator

RUNS = 20


@contextlib.contextmanager
def scratch() -> Iterator[str]:
    """Set a scratch database up and take it down; gives which kind of database it is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "waymark.settings.test"
    import django
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    logging.disable(logging.INFO)
    django.setup()
    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield connection.vendor
    finally:
        teardown_databases(made, verbosity=0)


def once(call: Callable[[], object]) -> float:
    """Return how long one call takes, in milliseconds."""
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1_000


def percentile(call: Callable[[], object], runs: int = RUNS) -> float:
    """Return the 95th percentile of ``runs`` calls in milliseconds, after one to warm up."""
    call()
    return sorted(once(call) for _ in range(runs))[int(runs * 0.95) - 1]

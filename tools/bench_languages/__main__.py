"""``python -m tools.bench_languages [checks] [crawl] [work]``: exit code 1 when a promise is missed."""

import logging
import os
import sys
from collections.abc import Callable

import django


def on_the_demo(*measures: str) -> bool:
    """Load the demo into a database of its own, and measure there."""
    from django.conf import settings
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        from core.demo.run import load_all
        from tools.bench_languages import crawl, work

        for _name, _seconds in load_all():
            pass
        reports: dict[str, Callable[[], bool]] = {"crawl": crawl.report, "work": work.report}
        kept = [reports[name]() for name in measures]  # all are measured, also after a missed one
        return all(kept)
    finally:
        teardown_databases(made, verbosity=0)


def main(wanted: list[str]) -> int:
    """Run the measurements that are wanted, all by default."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.test")
    logging.disable(logging.WARNING)
    django.setup()
    kept = True
    if not wanted or "checks" in wanted:
        from tools.bench_languages import checks

        kept = checks.report()
    measures = [name for name in ("crawl", "work") if not wanted or name in wanted]
    if measures:
        kept &= on_the_demo(*measures)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

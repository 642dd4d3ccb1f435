"""``python -m tools.bench_service_page``: on a scratch database of its own."""

import logging
import os
import sys


def main() -> int:
    """Return 1 where a target is missed."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "waymark.settings.test"
    import django
    from django.conf import settings
    from django.test.utils import setup_databases, teardown_databases

    logging.disable(logging.WARNING)
    django.setup()
    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    made = setup_databases(verbosity=0, interactive=False)
    try:
        from tools.bench_service_page.measure import run

        return run()
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())

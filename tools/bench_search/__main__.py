"""Set a scratch database up, run one bench, take it down."""

import logging
import os
import sys


def main() -> int:
    """Return 1 where a floor is not reached."""
    if sys.argv[1:] not in (["quality"], ["speed"], ["memory"]):
        print(__doc__, "Say: python -m tools.bench_search quality|speed")
        return 2
    os.environ["DJANGO_SETTINGS_MODULE"] = "waymark.settings.test"
    import django
    from django.conf import settings
    from django.test.utils import setup_databases, teardown_databases

    logging.disable(logging.INFO)
    django.setup()
    settings.WAYMARK_SEARCH_MODEL = True
    if sys.argv[1] == "memory":
        from tools.bench_search import memory

        return memory.run()
    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    made = setup_databases(verbosity=0, interactive=False)
    try:
        from tools.bench_search import quality, speed

        return quality.run() if sys.argv[1] == "quality" else speed.run()
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())

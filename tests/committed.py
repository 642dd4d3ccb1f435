"""What migrations made, for tests that commit: the tables are emptied after them and filled again before the next."""

from django.db import connections

#: Database alias -> its rows as JSON, as Django keeps them for ``serialized_rollback``.
made_by_migrations: dict[str, str] = {}


def hand_over() -> None:
    """Give the connection object of this moment those rows.

    Playwright runs an event loop in the test's thread, and there Django hands out another connection object, which
    knows nothing of them: call this again whenever the loop may have begun.
    """
    for alias, contents in made_by_migrations.items():
        connections[alias]._test_serialized_contents = contents

"""Fixtures that every test may use. Room-specific ones stand in the room's own folder."""

import json
import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.committed import hand_over, made_by_migrations
from tests.laid import forget_shared

#: Fixtures that keep rows for a whole module.
SHARED = {"pages_of_the_demo", "every_room", "forms_of_the_demo"}

pytest_plugins = ["tests.browser", "tests.databases", "tests.demo_content", "tests.documents", "tests.scheduling"]


def put_shared_rows_last(items: list[pytest.Item]) -> None:
    """Within a module, tests that read the demo come after those that start from an empty site.

    Those that commit stay the last of all: they leave empty tables behind.
    """
    modules = {id(module): number for number, module in enumerate(dict.fromkeys(map(module_of, items)))}

    def rank(item: pytest.Item) -> tuple[bool, int, bool]:
        return commits(item), modules[id(module_of(item))], bool(SHARED & set(getattr(item, "fixturenames", ())))

    items.sort(key=rank)


def commits(item: pytest.Item) -> bool:
    """Return whether a test commits what it writes."""
    mark = item.get_closest_marker("django_db")
    marked = mark is not None and bool(mark.kwargs.get("transaction"))
    return marked or bool({"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ())))


def module_of(item: pytest.Item) -> pytest.Item | pytest.Collector:
    """Return the module in which a test stands."""
    return item.getparent(pytest.Module) or item


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that commit start from what migrations made (the root page, the first site), not from empty tables."""
    put_shared_rows_last(items)
    for item in items:
        if commits(item):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.fixture(scope="session", autouse=True)
def _remember_what_migrations_made(test_folder: None, django_db_setup: None) -> Iterator[None]:
    """Keep it at hand: once Playwright's loop runs, this thread gets another connection object, without it."""
    from django.contrib.contenttypes.models import ContentType
    from django.core.management import call_command
    from django.db import connections
    from django.db.backends.base.creation import BaseDatabaseCreation

    restore = BaseDatabaseCreation.deserialize_db_from_string

    def emptied_first(creation: BaseDatabaseCreation, data: str) -> None:
        # A request that was still under way when the last test emptied the tables may have made rows again.
        options = {"verbosity": 0, "interactive": False, "reset_sequences": False, "inhibit_post_migrate": True}
        call_command("flush", database=creation.connection.alias, **options)
        ContentType.objects.clear_cache()
        # Content types first: receivers look them up while the other rows are restored, and would make new ones.
        rows = sorted(json.loads(data), key=lambda row: row["model"] != "contenttypes.contenttype")
        restore(creation, json.dumps(rows))

    for alias in connections:
        # Journeys alone use no database of this process, and then nothing was kept.
        if contents := getattr(connections[alias], "_test_serialized_contents", ""):
            made_by_migrations[alias] = contents
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseCreation, "deserialize_db_from_string", emptied_first)
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """The rows are restored before a test that commits."""
    hand_over()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """The tables are emptied after it; Django then looks at the same attribute."""
    hand_over()


def pytest_unconfigure(config: pytest.Config) -> None:
    """What the run laid is gone when it ends, which its workers do before it."""
    if not hasattr(config, "workerinput"):
        forget_shared()


@pytest.fixture(scope="session", autouse=True)
def test_folder() -> Iterator[None]:
    """Files that tests store are gone when they end."""
    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    yield
    shutil.rmtree(settings.TEST_DIR, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _audit_can_be_emptied_between_tests() -> Iterator[None]:
    """Tests that commit empty all tables afterwards: only then the triggers of what is kept stand aside."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from accessibility.statement.append_only import SIGNED
    from core.audit.append_only import AUDIT

    flush = BaseDatabaseOperations.execute_sql_flush

    def emptied(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        with operations.connection.schema_editor() as editor:
            AUDIT.remove(None, editor)
            SIGNED.remove(None, editor)
        try:
            flush(operations, statements)
        finally:
            with operations.connection.schema_editor() as editor:
                AUDIT.install(None, editor)
                SIGNED.install(None, editor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", emptied)
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A language that one test activates does not leak into the next."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _no_audit_by_the_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker finds no browser unless a test is about one: it would open each page that a test has published."""
    if request.node.get_closest_marker("browser") is None:
        monkeypatch.setattr("accessibility.browser.store.chromium", lambda: None)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """What one test kept in the cache is gone with its rows."""
    from django.core.cache import cache

    cache.clear()
    return

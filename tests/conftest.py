"""Fixtures that every test may use. Room-specific ones stand in the room's own folder."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings

pytest_plugins = ["tests.browser"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that commit start from what migrations made (the root page, the first site), not from empty tables."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        commits = mark is not None and mark.kwargs.get("transaction")
        if commits or {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.fixture(scope="session", autouse=True)
def test_folder() -> Iterator[None]:
    """Files that tests store are gone when they end."""
    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    yield
    shutil.rmtree(settings.TEST_DIR, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _audit_can_be_emptied_between_tests() -> Iterator[None]:
    """Tests that commit empty all tables afterwards: only then the audit record's triggers stand aside."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from core.audit import append_only

    flush = BaseDatabaseOperations.execute_sql_flush

    def emptied(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        with operations.connection.schema_editor() as editor:
            append_only.remove(None, editor)
        try:
            flush(operations, statements)
        finally:
            with operations.connection.schema_editor() as editor:
                append_only.install(None, editor)

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
def _empty_cache() -> Iterator[None]:
    """What one test kept in the cache is gone with its rows."""
    from django.core.cache import cache

    cache.clear()
    yield

"""Fixtures that every test may use. Room-specific ones stand in the room's own folder."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings

pytest_plugins = ["tests.browser"]


@pytest.fixture(scope="session", autouse=True)
def test_folder() -> Iterator[None]:
    """Files that tests store are gone when they end."""
    settings.TEST_DIR.mkdir(parents=True, exist_ok=True)
    yield
    shutil.rmtree(settings.TEST_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A language that one test activates does not leak into the next."""
    from django.utils import translation

    with translation.override("en"):
        yield

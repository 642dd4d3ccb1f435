"""Journeys share one running demo site; each gets a fresh browser context, as a person with an own device would."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import PATIENCE_MS
from tests.journeys.demo_site import DemoSite, demo_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """Return the running demo site."""
    with demo_site(tmp_path_factory.mktemp("demo")) as running_site:
        yield running_site


@pytest.fixture
def page(chromium_browser: Browser) -> Iterator[Page]:
    """Return a window of a person who was never here, with scripts."""
    context = chromium_browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()

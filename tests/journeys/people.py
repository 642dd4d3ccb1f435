"""A person with a browser of their own, and, for staff, an account of the demo."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser import PATIENCE_MS

PASSWORD = "waymark-demo"


@contextmanager
def person(browser: Browser, site_url: str, *, java_script: bool = True) -> Iterator[Page]:
    """Open a fresh browser without cookies; addresses are relative to the site."""
    context = browser.new_context(
        base_url=site_url, viewport={"width": 1280, "height": 900}, java_script_enabled=java_script
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    try:
        yield page
    finally:
        context.close()


@contextmanager
def staff(browser: Browser, site_url: str, name: str, *, java_script: bool = True) -> Iterator[Page]:
    """Sign in to the admin as a demo account."""
    with person(browser, site_url, java_script=java_script) as page:
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/login/" not in url)
        yield page

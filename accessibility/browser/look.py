"""Look at one page with the engines."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from accessibility.browser.pages import page_in
from accessibility.engines import ENGINES, RawFinding


@dataclass(frozen=True)
class Look:
    """What the engines said of one page, and with which browser."""

    findings: list[RawFinding]
    browser: str


class NotAudited(RuntimeError):  # noqa: N818 - an answer, never counted as clean
    """The page did not show itself: a wrong status, another address, no answer in time."""


def look(browser: Browser, url: str, engines: list[str], *, width: int = 1280) -> Look:
    """Open ``url`` and run ``engines``. Raises :class:`NotAudited` when something else was shown."""
    with page_in(browser, url, width=width) as page:
        if page.url.split("#")[0] != url.split("#", maxsplit=1)[0]:
            raise NotAudited(f"The page led to {page.url}.")
        check_status(page)
        found = [finding for name in engines for finding in ENGINES[name].run(page)]
    return Look(found, f"Chromium {browser.version}")


def check_status(page: Page) -> None:
    """Refuse error pages: an audit of one says nothing about the page. Files have no status (0)."""
    status = page.evaluate("() => performance.getEntriesByType('navigation')[0]?.responseStatus || 0")
    if status and status != 200:
        raise NotAudited(f"The page answered {status}.")

"""Look at one page with the engines."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from accessibility.browser.pages import NotAudited, audit_page_in
from accessibility.engines import ENGINES, RawFinding

__all__ = ["Look", "NotAudited", "look"]


@dataclass(frozen=True)
class Look:
    """What each engine said of one page, with which browser, and the page as that browser had it after loading.

    ``has_blocks`` is true on pages of ours, where content blocks are told from the template around them.
    """

    by_engine: dict[str, list[RawFinding]]
    browser: str
    html: str = ""
    has_blocks: bool = False

    @property
    def findings(self) -> list[RawFinding]:
        """Return what all engines said."""
        return [finding for found in self.by_engine.values() for finding in found]


def look(browser: Browser, url: str, engines: list[str], *, width: int = 1280) -> Look:
    """Open ``url`` and run ``engines``. Raises :class:`NotAudited` when something else was shown."""
    with audit_page_in(browser, url, width=width) as page:
        if page.url.split("#")[0] != url.split("#", maxsplit=1)[0]:
            raise NotAudited(f"The page led to {page.url}.")
        check_status(page)
        # Read before the engines: some of them change the page.
        html, has_blocks = page.content(), page.query_selector("[data-block-id]") is not None
        found = {name: ENGINES[name].run(page) for name in engines}
    return Look(found, f"Chromium {browser.version}", html, has_blocks)


def check_status(page: Page) -> None:
    """Refuse error pages: an audit of one says nothing about the page. Files have no status (0)."""
    status = page.evaluate("() => performance.getEntriesByType('navigation')[0]?.responseStatus || 0")
    if status and status != 200:
        raise NotAudited(f"The page answered {status}.")

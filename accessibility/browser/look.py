"""Look at one page with the engines."""

from dataclasses import dataclass

from playwright.sync_api import Browser

from accessibility.browser.pages import NotAudited, audit_page_in
from accessibility.engines import ENGINES, RawFinding

__all__ = ["Look", "NotAudited", "look"]

#: What is asked of a page that has loaded: every question costs a way to the browser and back.
SHOWN = """
() => ({
  status: performance.getEntriesByType("navigation")[0]?.responseStatus || 0,
  has_blocks: document.querySelector("[data-block-id]") !== null,
  html: (document.doctype ? new XMLSerializer().serializeToString(document.doctype) : "") +
    document.documentElement.outerHTML,
})
"""


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
        check_address(page.url, url)
        # Read before the engines: some of them change the page.
        shown = page.evaluate(SHOWN)
        check_status(shown["status"])
        found = {name: ENGINES[name].run(page) for name in engines}
        # A page that led elsewhere meanwhile was looked at in part only, and the rest was another one.
        check_address(page.url, url)
    return Look(found, f"Chromium {browser.version}", shown["html"], shown["has_blocks"])


def check_address(shown: str, wanted: str) -> None:
    """Refuse another page than the one that was meant; a fragment makes no difference."""
    if shown.split("#", maxsplit=1)[0] != wanted.split("#", maxsplit=1)[0]:
        raise NotAudited(f"The page led to {shown}.")


def check_status(status: int) -> None:
    """Refuse error pages: an audit of one says nothing about the page. Files have no status (0)."""
    if status and status != 200:
        raise NotAudited(f"The page answered {status}.")

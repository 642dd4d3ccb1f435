"""One Chromium for many audits, in a thread of its own: Playwright's loop and Django's database do not share one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from playwright.sync_api import Browser, Playwright, sync_playwright

from accessibility.browser.pages import launch

Result = TypeVar("Result")

#: A browser that has shown so many pages is replaced.
PAGES_A_BROWSER = 200
SECONDS_A_JOB = 90


class Session:
    """Keeps a browser between jobs; one that crashed is replaced."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="audit-browser")
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._pages = 0

    def run(self, job: Callable[[Browser], Result]) -> Result:
        """Run ``job`` with the browser and return what it returns; raises what it raises, and TimeoutError."""
        return self._thread.submit(self._run, job).result(timeout=SECONDS_A_JOB)

    def close(self) -> None:
        """Stop the browser; the next job starts another."""
        self._thread.submit(self._close).result(timeout=SECONDS_A_JOB)

    def _run(self, job: Callable[[Browser], Result]) -> Result:
        try:
            return job(self._ready())
        except Exception:
            self._close()
            raise

    def _ready(self) -> Browser:
        if self._browser is not None and (self._pages >= PAGES_A_BROWSER or not self._browser.is_connected()):
            self._close()
        if self._browser is None:
            self._playwright = sync_playwright().start()
            self._browser, self._pages = launch(self._playwright), 0
        self._pages += 1
        return self._browser

    def _close(self) -> None:
        browser, playwright, self._browser, self._playwright = self._browser, self._playwright, None, None
        try:
            if browser is not None and browser.is_connected():
                browser.close()
        finally:
            if playwright is not None:
                playwright.stop()


session = Session()

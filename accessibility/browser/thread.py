"""One Chromium in a thread of its own: Playwright's loop and Django's database do not share one."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as BrowserError

from accessibility.browser.pages import NotAudited, launch

Result = TypeVar("Result")
Job = Callable[[Browser], Any]

#: How far audits stand back for residents and receipts, on the scale of nice(1). Chromium inherits it from its thread.
NICENESS = 15
#: A browser that has shown so many pages is replaced.
PAGES_A_BROWSER = 200


class NoTimeLeft(RuntimeError):  # noqa: N818 - a state of the machine, not a mistake
    """The job was given up before it began. Nobody waits for this answer."""


class BrowserThread:
    """Starts a browser for its first job and keeps it for the next ones; one that crashed is replaced."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Job, Future[Any]] | None] = SimpleQueue()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._pid = 0
        self._pages = 0
        self._given_up = False
        # A daemon: Python joins other threads before it asks anybody to close, and would wait for ever.
        self._thread = Thread(target=self._work, name="audit-browser", daemon=True)
        self._thread.start()

    def ask(self, job: Callable[[Browser], Result]) -> Future[Result]:
        """Queue ``job`` and return its future."""
        future: Future[Result] = Future()
        self._jobs.put((job, future))
        return future

    def end(self, seconds: float) -> None:
        """Stop the browser after the job that runs, and wait up to ``seconds`` for it."""
        self._jobs.put(None)
        self._thread.join(seconds)

    def is_alive(self) -> bool:
        """Return whether it still runs: with a browser, or about to stop one."""
        return self._thread.is_alive()

    def kill(self) -> None:
        """Kill Chromium: the only way out of a page whose script never ends. The job that waits for it then fails.

        One that is only starting is stopped as soon as it runs, before it sees the page: nobody could kill it later.
        """
        self._given_up = True
        if self._pid:
            try:
                os.kill(self._pid, signal.SIGKILL)
            except ProcessLookupError:
                self._pid = 0
        self._jobs.put(None)

    def _work(self) -> None:
        os.setpriority(os.PRIO_PROCESS, 0, NICENESS)  # on Linux the number 0 means this thread alone
        while (asked := self._jobs.get()) is not None:
            job, future = asked
            try:
                future.set_result(job(self._ready()))
            except NotAudited as error:
                future.set_exception(error)
            except BaseException as error:  # noqa: BLE001 - it is raised where the job was asked for
                self._stop()
                future.set_exception(error)
        self._stop()

    def _ready(self) -> Browser:
        if self._browser is not None and (self._pages >= PAGES_A_BROWSER or not self._browser.is_connected()):
            self._stop()
        if self._browser is None:
            self._playwright = sync_playwright().start()
            self._browser, self._pages = launch(self._playwright), 0
            self._pid = process_of(self._browser)
        if self._given_up:
            raise NoTimeLeft("Chromium started when nobody waited for it any more.")
        self._pages += 1
        return self._browser

    def _stop(self) -> None:
        browser, playwright, self._browser, self._playwright = self._browser, self._playwright, None, None
        self._pid = 0
        try:
            if browser is not None and browser.is_connected():
                browser.close()
        except BrowserError:
            self._pages = 0  # it died between the question and the order
        finally:
            if playwright is not None:
                playwright.stop()


def process_of(browser: Browser) -> int:
    """Return the number of Chromium's main process."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return int(next(one["id"] for one in processes if one["type"] == "browser"))

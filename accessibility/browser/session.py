"""One Chromium for many audits, in a thread of its own: Playwright's loop and Django's database do not share one."""

import atexit
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from playwright.sync_api import Browser, Playwright, sync_playwright

from accessibility.browser.pages import launch

Result = TypeVar("Result")
Job = Callable[[Browser], Any]

#: A browser that has shown so many pages is replaced.
PAGES_A_BROWSER = 200
SECONDS_A_JOB = 90
SECONDS_TO_CLOSE = 15


class BrowserThread:
    """Starts a browser for its first job and keeps it for the next ones; one that crashed is replaced."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Job, Future[Any]] | None] = SimpleQueue()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._pages = 0
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

    def _work(self) -> None:
        while (asked := self._jobs.get()) is not None:
            job, future = asked
            try:
                future.set_result(job(self._ready()))
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
        self._pages += 1
        return self._browser

    def _stop(self) -> None:
        browser, playwright, self._browser, self._playwright = self._browser, self._playwright, None, None
        try:
            if browser is not None and browser.is_connected():
                browser.close()
        finally:
            if playwright is not None:
                playwright.stop()


class Session:
    """The browser of this process. Neither thread nor exit hook exists before the first job or after :meth:`close`."""

    def __init__(self) -> None:
        self._thread: BrowserThread | None = None
        self._lock = Lock()

    def run(self, job: Callable[[Browser], Result]) -> Result:
        """Run ``job`` with the browser and return what it returns; raises what it raises, and TimeoutError."""
        future = self._open().ask(job)
        try:
            return future.result(timeout=SECONDS_A_JOB)
        except TimeoutError:
            self.close(wait=0)
            raise

    def close(self, wait: float = SECONDS_TO_CLOSE) -> None:
        """Stop the browser, waiting up to ``wait`` seconds; the next job starts another."""
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is not None:
            atexit.unregister(self.close)
            thread.end(wait)

    def _open(self) -> BrowserThread:
        with self._lock:
            if self._thread is None:
                self._thread = BrowserThread()
                atexit.register(self.close)
            return self._thread


session = Session()

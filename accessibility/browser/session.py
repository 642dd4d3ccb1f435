"""The browsers of this process: one for one audit after the other, a second one when two are asked for at once."""

import atexit
from collections.abc import Callable
from queue import LifoQueue
from threading import Lock
from typing import TypeVar

from playwright.sync_api import Browser

from accessibility.browser.thread import BrowserThread

Result = TypeVar("Result")

SECONDS_A_JOB = 45
SECONDS_TO_CLOSE = 15
#: More than two pages at once make no site ready sooner on two cores, and take its memory.
MOST_AT_ONCE = 2


class Lane:
    """Room for one browser at a time. Its thread does not exist before the first job or after :meth:`close`."""

    def __init__(self) -> None:
        self._thread: BrowserThread | None = None
        self._lock = Lock()

    def run(self, job: Callable[[Browser], Result]) -> Result:
        """Run ``job`` and return what it returns; a job that hangs takes its browser with it (TimeoutError)."""
        with self._lock:
            thread = self._thread = self._thread or BrowserThread()
        try:
            return thread.ask(job).result(timeout=SECONDS_A_JOB)
        except TimeoutError:
            with self._lock:
                self._thread = None
            thread.kill()
            raise

    def close(self, wait: float) -> None:
        """Stop the browser, waiting up to ``wait`` seconds; the next job starts another."""
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.end(wait)


class Session:
    """All lanes. Neither thread nor exit hook exists before the first job or after :meth:`close`."""

    def __init__(self) -> None:
        self._lanes = [Lane() for _number in range(MOST_AT_ONCE)]
        self._free: LifoQueue[Lane] = LifoQueue()
        # The last one in is the first one out, so that one caller alone always gets the same browser.
        for lane in reversed(self._lanes):
            self._free.put(lane)

    def run(self, job: Callable[[Browser], Result]) -> Result:
        """Run ``job`` with a browser and return what it returns; raises what it raises, and TimeoutError.

        Waits while two others run. May be called from any thread.
        """
        lane = self._free.get()
        self._close_at_exit()
        try:
            return lane.run(job)
        finally:
            self._free.put(lane)

    def _close_at_exit(self) -> None:
        atexit.unregister(self.close)  # once is enough, however many jobs there are
        atexit.register(self.close)

    def close(self, wait: float = SECONDS_TO_CLOSE) -> None:
        """Stop the browsers, waiting up to ``wait`` seconds for each; the next job starts another."""
        atexit.unregister(self.close)
        for lane in self._lanes:
            lane.close(wait)


session = Session()

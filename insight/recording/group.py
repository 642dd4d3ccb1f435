"""Many threads, one transaction: who comes while another's is being written is written together in the next.

A commit waits for the disk, some milliseconds, and there can be one at a time. So the first thread writes what all
have brought by then, and nobody goes on before their own fact is on the disk: "thank you" means stored.
"""

import threading
from collections.abc import Callable, Sequence

from django.db import DatabaseError

from insight.recording.fact import Fact

#: Facts of one transaction.
MOST = 200


class _Waiting:
    """A fact and the thread that waits for it: woken when it is written, or to write for those who came after."""

    def __init__(self, fact: Fact) -> None:
        self.fact, self.woken = fact, threading.Event()
        self.written = False
        self.error: Exception | None = None


class Group:
    """``write`` stores facts in a transaction of its own: all, or (raising) none. Writing a fact again is harmless."""

    def __init__(self, write: Callable[[Sequence[Fact]], object]) -> None:
        self._write, self._guard = write, threading.Lock()
        self._waiting: list[_Waiting] = []
        self._led = False

    def add(self, fact: Fact) -> None:
        """Return when ``fact`` is written. Raises what its own writing raised."""
        mine = _Waiting(fact)
        with self._guard:
            self._waiting.append(mine)
            leads, self._led = not self._led, True
        if not leads:
            mine.woken.wait()
        if not mine.written and mine.error is None:
            self._lead()
        if mine.error is not None:
            raise mine.error

    def _lead(self) -> None:
        """Write what has come, my own fact first, and hand the lead on before anybody is woken."""
        with self._guard:
            taken, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            self._write_all(taken)
        finally:
            with self._guard:
                self._led = bool(self._waiting)
                following = self._waiting[:1]
            for waiting in taken:
                if not waiting.written and waiting.error is None:  # the process is being stopped
                    waiting.error = DatabaseError("The fact was not written.")
            for waiting in (*following, *taken):
                waiting.woken.set()

    def _write_all(self, taken: Sequence[_Waiting]) -> None:
        """Write all together; where that fails each by itself, so that one bad fact fails alone."""
        try:
            self._write([waiting.fact for waiting in taken])
        except Exception as error:  # noqa: BLE001 - it is raised in the thread whose fact it is
            if len(taken) == 1:
                taken[0].error = error
                return
            for waiting in taken:
                self._write_all([waiting])
        else:
            for waiting in taken:
                waiting.written = True

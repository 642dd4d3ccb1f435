"""How far a long action is: a bar on a terminal, a line every 20th of the way in a log."""

import time

from accessibility.commands.base import Console

WIDTH = 24
STEPS_IN_A_LOG = 20


class Progress:
    """Counts files on stderr, with the pace and the minutes that are left."""

    def __init__(self, console: Console, total: int) -> None:
        self.console, self.total = console, total
        self.done = self.checked = 0
        self.started = time.monotonic()

    def known(self) -> None:
        """Count a file whose answer was stored before."""
        self._count()

    def new(self) -> None:
        """Count a file that was checked now."""
        self.checked += 1
        self._count()

    def close(self) -> None:
        """Leave the last line as it is."""
        if self.console.live:
            self.console.progress("")

    def line(self) -> str:
        """Return the bar in words and figures."""
        filled = WIDTH * self.done // max(self.total, 1)
        pace = self.checked / max(time.monotonic() - self.started, 0.001)
        bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {self.done}/{self.total}"
        if not self.checked:
            return f"{bar}, all known"
        left = (self.total - self.done) / pace / 60
        return f"{bar}, {self.checked} checked now, {pace:.1f} a second, {left:.0f} min left"

    def _count(self) -> None:
        """Count one and draw."""
        self.done += 1
        if self.console.live:
            self.console.progress(f"\r{self.line()}\x1b[K", ending="")
        elif self.done == self.total or not self.done % max(self.total // STEPS_IN_A_LOG, 1):
            self.console.progress(self.line())

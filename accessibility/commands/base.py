"""What an action of ``manage.py audit`` is. Exit statuses are the same for all of them."""

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

#: 0 nothing found, 1 something found, 2 a check could not run.
CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


@dataclass(frozen=True)
class Console:
    """``out`` writes one line of results to stdout, ``progress`` one line to stderr.

    ``live``: stderr is a terminal, where a line may be drawn over; give ``progress`` an ``ending`` for that.
    """

    out: Callable[[str], object]
    progress: Callable[..., object]
    live: bool = False


class Subcommand(Protocol):
    """One action, for example ``audit page``."""

    name: str
    help: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add its own options."""

    def run(self, options: dict[str, Any], console: Console) -> int:
        """Work, print and return the exit status. May raise CommandError with ``returncode``."""

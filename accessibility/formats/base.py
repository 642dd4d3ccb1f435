"""What a form of output is."""

from collections.abc import Callable
from typing import Any, Protocol

Finding = dict[str, Any]


class Report(Protocol):
    """What is printed of one page: its findings, or why it could not be looked at."""

    target: str
    url: str
    engines: list[str]
    findings: list[Finding]
    error: str

    def as_json(self) -> dict[str, Any]:
        """Return it as one JSON object."""
        ...


class Writer:
    """Takes reports one by one. ``out`` writes one line of text (a line end is added)."""

    def __init__(self, out: Callable[[str], object]) -> None:
        self.out = out

    def add(self, report: Report) -> None:
        """Take one page."""
        raise NotImplementedError

    def close(self) -> None:
        """Write what can be written only at the end."""

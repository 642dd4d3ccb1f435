"""What a browser engine is: it looks at an open page and reports."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Page


@dataclass(frozen=True)
class RawFinding:
    """One thing an engine says. ``needs_review`` when only a person can tell; then it never blocks."""

    rule: str
    criterion: str
    impact: str
    message: str
    selector: str
    snippet: str
    block_id: str = ""
    needs_review: bool = False
    help_url: str = ""


class Engine(Protocol):
    """One module an engine."""

    name: str

    def version(self) -> str:
        """Return the engine's version."""
        ...

    def unavailable(self) -> str:
        """Return why it cannot run, "" when it can."""
        ...

    def run(self, page: Page) -> list[RawFinding]:
        """Return what it finds on the page that is open."""
        ...

"""What a browser engine is: it looks at an open page and reports."""

from dataclasses import dataclass
from typing import Literal, Protocol

from playwright.sync_api import Page

Outcome = Literal["fail", "needs-review", "warn"]
BLOCKING_IMPACTS = {"serious", "critical"}


@dataclass(frozen=True)
class RawFinding:
    """One thing an engine says. ``needs_review`` when only a person can tell, ``advice`` when it is no certain fault.

    Neither of the two ever blocks. ``impact`` is minor, moderate, serious or critical, "" where an engine names none.
    """

    rule: str
    criterion: str
    impact: str
    message: str
    selector: str
    snippet: str
    block_id: str = ""
    needs_review: bool = False
    help_url: str = ""
    advice: bool = False

    @property
    def outcome(self) -> Outcome:
        """Return how sure the engine is."""
        if self.needs_review:
            return "needs-review"
        return "warn" if self.advice else "fail"

    @property
    def may_block(self) -> bool:
        """Return whether it is sure and heavy enough to stop a publication, if it stands in an author's words."""
        return self.outcome == "fail" and self.impact in BLOCKING_IMPACTS


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

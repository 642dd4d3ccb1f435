"""What a browser engine is: it looks at an open page and reports."""

from dataclasses import dataclass
from typing import Literal, Protocol

from playwright.sync_api import Page

#: "fail": a fault; "warn": a fault that no machine should stop anybody for; "needs-review": only a person can tell.
Outcome = Literal["fail", "needs-review", "warn"]
#: axe's two worst impacts: with a criterion and a sure outcome they may keep a page from going live.
BLOCKING_IMPACTS = frozenset({"serious", "critical"})


@dataclass(frozen=True)
class RawFinding:
    """One thing an engine says. ``criterion`` is a WCAG 2.2 number, "" for advice beyond the standard.

    ``snippet`` is the element's HTML, ``block_id`` the content block that it stands in, "" when the template made it;
    ``how`` says how to mend it.
    """

    rule: str
    criterion: str
    impact: str
    message: str
    selector: str
    snippet: str
    block_id: str = ""
    outcome: Outcome = "fail"
    how: str = ""
    help_url: str = ""
    engine: str = "axe"

    @property
    def needs_review(self) -> bool:
        """Return whether only a person can tell."""
        return self.outcome == "needs-review"

    @property
    def may_block(self) -> bool:
        """Return whether it is sure and heavy enough to stop a publication, if it stands in an author's words."""
        return self.outcome == "fail" and bool(self.criterion) and self.impact in BLOCKING_IMPACTS


class Engine(Protocol):
    """One module an engine."""

    name: str

    def version(self) -> str:
        """Return the engine's version, "" when it is not installed."""
        ...

    def unavailable(self) -> str:
        """Return why it cannot run, "" when it can."""
        ...

    def run(self, page: Page) -> list[RawFinding]:
        """Return what it finds on the page that is open; the page is left as it was found."""
        ...

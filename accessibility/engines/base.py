"""What a browser engine is: it looks at an open page and reports."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

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
    def blocking(self) -> bool:
        """Return whether the engine is sure enough to keep a page back: a fault of a criterion with a bad impact."""
        return self.outcome == "fail" and bool(self.criterion) and self.impact in BLOCKING_IMPACTS

    def as_json(self) -> dict[str, Any]:
        """Return the shape in which every engine and the static rules report."""
        return {
            "rule": self.rule,
            "sc": self.criterion,
            "engine": self.engine,
            "outcome": self.outcome,
            "blocking": self.blocking,
            "message": self.message,
            "how": self.how or self.help_url,
            "selector": self.selector,
            "html": self.snippet[:300],
        }


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

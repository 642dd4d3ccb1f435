"""What a probe is: a question that a rendered page answers, put by a script of our own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from accessibility.engines.base import Outcome, RawFinding
from accessibility.engines.packages import script

SCRIPTS = Path(__file__).parent / "scripts"
#: More of the same on one page tells nobody anything new.
MOST = 20

Item = dict[str, Any]
#: The name of a script that answers by looking, or a function that asks the page in other states.
Ask = str | Callable[[Page], list[Item]]


@dataclass(frozen=True)
class Probe:
    """One question. Its answer is a list of elements as ``engines/lib.js`` describes them; the page stays as it was.

    An item may carry its own ``outcome`` or ``criterion`` where the answer depends on the element. Probes never block:
    no published figure tells how often they are wrong.
    """

    id: str
    criterion: str
    outcome: Outcome
    message: str
    how: str
    ask: Ask

    def findings(self, page: Page) -> list[RawFinding]:
        """Ask the page, and return what it finds."""
        return self.told(call(page, self.ask) if isinstance(self.ask, str) else self.ask(page))

    def told(self, items: list[Item]) -> list[RawFinding]:
        """Return an answer as findings."""
        return [self.finding(**item) for item in items[:MOST]]

    def finding(
        self, detail: str, outcome: Outcome | None = None, criterion: str | None = None, **where: str
    ) -> RawFinding:
        """Return one item as a finding; ``detail`` is a measure or an excerpt."""
        return RawFinding(
            rule=self.id,
            criterion=self.criterion if criterion is None else criterion,
            impact="moderate" if self.outcome == "fail" else "minor",
            message=f"{self.message} ({detail})" if detail else self.message,
            outcome=outcome or self.outcome,
            how=self.how,
            engine="probes",
            **where,
        )


def call(page: Page, name: str) -> Any:
    """Run a script of ours in the page and return what it returns."""
    return page.evaluate(script(SCRIPTS / f"{name}.js"))


def call_all(page: Page, names: Iterable[str]) -> dict[str, Any]:
    """Run several scripts of ours on one way to the page and back: name -> what it returns."""
    calls = [f'"{name}": ({script(SCRIPTS / f"{name}.js")})()' for name in names]
    return dict(page.evaluate(f"() => ({{{', '.join(calls)}}})"))

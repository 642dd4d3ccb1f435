"""axe-core from our own locked npm package, injected unchanged."""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from accessibility.engines.base import RawFinding
from accessibility.engines.packages import package, script, version_of

PACKAGE = "axe-core"
#: WCAG 2.0, 2.1 and 2.2, A and AA; the last one switches ``target-size`` on.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

#: axe compares a name with a visible label letter by letter: symbols, abbreviations and hyphens are no sure faults.
UNSURE = ("label-content-name-mismatch",)

RUN = """
async ([only, unsureRules]) => {
  // Sounds and films are not loaded in an audit: axe would wait ten seconds for them, and leaves them to a person then.
  const preload = {assets: ["cssom"]};
  const result = await axe.run(document, {runOnly: only, resultTypes: ["violations", "incomplete"], preload});
  const flat = (items, outcome) => items.flatMap((item) => item.nodes.map((node) => {
    const selector = node.target.flat().join(" ");
    let element = null;
    try { element = document.querySelector(node.target[node.target.length - 1]); } catch (error) { element = null; }
    const block = element ? element.closest("[data-block-id]") : null;
    return {rule: item.id, tags: item.tags, impact: node.impact || item.impact || "", message: item.help, selector,
            snippet: node.html, block_id: block ? block.dataset.blockId : "", outcome, how: node.failureSummary || "",
            help_url: item.helpUrl};
  }));
  const isUnsure = (item) => item.tags.includes("experimental") || unsureRules.includes(item.id);
  const sure = result.violations.filter((item) => !isUnsure(item));
  const unsure = result.violations.filter(isUnsure);
  return [...flat(sure, "fail"), ...flat(unsure, "warn"), ...flat(result.incomplete, "needs-review")];
}
"""


class Axe:
    """Deque's axe-core; with ``rules``, those of its rules alone."""

    name = "axe"

    def __init__(self, rules: Sequence[str] = ()) -> None:
        self._only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}

    def version(self) -> str:
        """Return the version that is installed; "" when none is."""
        return version_of(PACKAGE)

    def unavailable(self) -> str:
        """Return why it cannot run."""
        return "" if (package(PACKAGE) / "axe.min.js").exists() else "axe-core is not installed: run npm ci"

    def run(self, page: Page) -> list[RawFinding]:
        """Return violations, those of unsure rules as advice, and what axe is not sure of for a look."""
        # Evaluated, not added as a script element: the page's own content security policy stays in force. It stays
        # in the page for the next look, for example at another width.
        if page.evaluate("window.axe ? window.axe.version : ''") != self.version():
            page.evaluate(script(package(PACKAGE) / "axe.min.js"))
        items: list[dict[str, Any]] = page.evaluate(RUN, [self._only, UNSURE])
        return [RawFinding(criterion=criterion(item.pop("tags")), engine=self.name, **item) for item in items]


def criterion(tags: list[str]) -> str:
    """Return the WCAG number in axe's tags: "wcag143" is 1.4.3; "" for advice."""
    for tag in tags:
        digits = tag.removeprefix("wcag")
        if digits.isdigit() and len(digits) >= 3:
            return f"{digits[0]}.{digits[1]}.{digits[2:]}"
    return ""

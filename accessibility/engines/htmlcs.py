"""HTML_CodeSniffer from our own locked npm package, injected unchanged.

On the W3C's passed ACT cases its errors raise 5.3 % false alarms (axe: 0.8 %), so only codes that never did may block
(H36 and the names of buttons did: it knows neither a title nor a browser's own words for them);
its other errors warn, and its warnings ask for a look. Its notices are left out: they say what any page is told.
"""

import re
from typing import Any

from playwright.sync_api import Page

from accessibility.engines.base import Outcome, RawFinding
from accessibility.engines.packages import LIBRARY, package, script, version_of

PACKAGE = "@pa11y/html_codesniffer"
SCRIPT = "build/HTMLCS.js"
STANDARD = "WCAG2AA"
#: Techniques and failures whose errors are sure; ``H91.*.Name`` stands for a control without a name.
SURE = re.compile(
    r"(H30\.2|H37|H67\.1|H64\.1|H91\.(?!InputButton)\w+\.Name|H71\.NoLegend|H57\.2|H57\.3|H25\.1|H42\.2|H63\.1)$"
)
CRITERION = re.compile(r"\.(\d)_(\d)_(\d+)\.")

RUN = """
(standard) => new Promise((resolve, reject) => {
  const told = (message) => {
    const element = message.element && message.element.nodeType === 1 ? message.element : document.documentElement;
    const { detail, ...where } = window.waymark.describe(element);
    return {code: message.code, type: message.type, message: message.msg, ...where};
  };
  HTMLCS.process(standard, document, () => {
    resolve(HTMLCS.getMessages().filter((message) => message.type !== HTMLCS.NOTICE).map(told));
  }, () => reject(new Error("HTML_CodeSniffer could not read the page")));
})
"""


class HtmlCodeSniffer:
    """Squiz's HTML_CodeSniffer as pa11y maintains it."""

    name = "htmlcs"

    def version(self) -> str:
        """Return the version that is installed; "" when none is."""
        return version_of(PACKAGE)

    def unavailable(self) -> str:
        """Return why it cannot run."""
        return (
            "" if (package(PACKAGE) / "build/HTMLCS.js").exists() else "HTML_CodeSniffer is not installed: run npm ci"
        )

    def run(self, page: Page) -> list[RawFinding]:
        """Return errors and warnings."""
        if not page.evaluate("'HTMLCS' in window"):
            page.evaluate(script(package(PACKAGE) / SCRIPT))
        page.evaluate(script(LIBRARY))
        items: list[dict[str, Any]] = page.evaluate(RUN, STANDARD)
        return [as_finding(**item) for item in items]


def as_finding(code: str, type: int, message: str, **where: str) -> RawFinding:  # noqa: A002 - HTML_CodeSniffer's name
    """Return one message; ``type`` is 1 for an error, 2 for a warning."""
    number = CRITERION.search(code)
    sure = type == 1 and SURE.search(code) is not None
    outcome: Outcome = "needs-review" if type != 1 else "fail" if sure else "warn"
    return RawFinding(
        rule=code[number.start() + 1 :] if number else code,
        criterion=".".join(number.groups()) if number else "",
        impact="serious" if sure else "",
        message=message,
        outcome=outcome,
        how=message,
        engine="htmlcs",
        **where,
    )

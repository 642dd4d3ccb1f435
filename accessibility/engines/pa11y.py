"""pa11y as an independent second opinion: its own process, its own browser, its own reading of axe and HTMLCS.

Four to five times slower than our own engines on the same page, so it runs only where it is asked for by name.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Page

from accessibility.browser.executable import chromium, environment
from accessibility.browser.pages import NotAudited, arguments_for
from accessibility.engines.base import RawFinding
from accessibility.engines.packages import package, script, version_of

SECONDS = 60
NUMBER = re.compile(r"(\d)_(\d)_(\d+)")


class Pa11yFailed(NotAudited):
    """pa11y ended without an answer."""


class Pa11y:
    """The pa11y package, driven by the project's Node."""

    name = "pa11y"

    def version(self) -> str:
        """Return the version that is installed; "" when none is."""
        return version_of("pa11y")

    def unavailable(self) -> str:
        """Return why it cannot run: it comes with the development packages only."""
        if not self.version():
            return "pa11y is not installed: run npm ci with the development packages"
        return "" if node().exists() else "pa11y is not installed: this environment has no Node"

    def run(self, page: Page) -> list[RawFinding]:
        """Let pa11y open the same address by itself. Raises :class:`Pa11yFailed`."""
        width = page.viewport_size["width"] if page.viewport_size else 1280
        return [as_finding(issue) for issue in issues_on(page.url, width)]


def node() -> Path:
    """Return the Node that came with the Python environment."""
    return Path(sys.executable).with_name("node")


def issues_on(url: str, width: int) -> list[dict[str, Any]]:
    """Return pa11y's issues on an address."""
    program = chromium()
    if program is None:
        raise Pa11yFailed("no Chromium was found")
    asked = {
        "root": str(Path(settings.BASE_DIR)), "url": url, "width": width,
        "executablePath": str(program), "args": arguments_for(program),
    }  # fmt: skip
    command = [str(node()), "--input-type=module", "--eval", script(Path(__file__).with_name("pa11y.js"))]
    try:
        done = subprocess.run(  # noqa: S603 - our own script, the address as data
            [*command, "--", json.dumps(asked)],
            capture_output=True, text=True, timeout=SECONDS, check=True, cwd=package("pa11y"),
            env={**os.environ, **environment(program)},
        )  # fmt: skip
        return list(json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise Pa11yFailed(f"pa11y could not look at {url}") from error


def as_finding(issue: dict[str, Any]) -> RawFinding:
    """Return one issue; pa11y never blocks: our own engines say the same with less noise."""
    number = NUMBER.search(issue["code"])
    return RawFinding(
        rule=issue["code"],
        criterion=".".join(number.groups()) if number else "",
        impact="",
        message=issue["message"],
        selector=issue.get("selector") or "",
        snippet=issue.get("context") or "",
        outcome="warn" if issue["type"] == "error" else "needs-review",
        how=issue.get("runnerExtras", {}).get("help", ""),
        help_url=issue.get("runnerExtras", {}).get("helpUrl", ""),
        engine="pa11y",
    )

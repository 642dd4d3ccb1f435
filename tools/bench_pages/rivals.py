"""pa11y over many pages at once: a process and a browser for each page would take longer than all other parts."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from accessibility.benchmark.score import Finding
from accessibility.browser.executable import chromium, environment
from accessibility.browser.look import Look
from accessibility.browser.pages import arguments_for
from accessibility.engines.pa11y import as_finding, node
from accessibility.engines.packages import package
from accessibility.reports.pages import from_engine

#: Long enough for all labelled pages on two slow cores.
SECONDS = 900


def pa11y_on(addresses: Mapping[str, str]) -> dict[str, list[Finding]]:
    """Return what pa11y says of each page (name -> findings); a page that it could not look at is missing."""
    program = chromium()
    if program is None:
        return {}
    asked = {
        "root": str(Path(settings.BASE_DIR)), "addresses": dict(addresses),
        "executablePath": str(program), "args": arguments_for(program),
    }  # fmt: skip
    done = subprocess.run(
        [str(node()), str(Path(__file__).with_suffix(".mjs"))],
        input=json.dumps(asked), capture_output=True, text=True, timeout=SECONDS, check=True, cwd=package("pa11y"),
        env={**os.environ, **environment(program)},
    )  # fmt: skip
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    nothing = Look({}, "pa11y")
    return {
        answer["name"]: [from_engine("pa11y", as_finding(issue), nothing) for issue in answer["issues"]]
        for answer in answers
        if "issues" in answer
    }

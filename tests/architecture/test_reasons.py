"""Who switches a check of the code off names the check and says why; that it is needed, ruff and mypy look at."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SWITCH = re.compile(r"#\s*(?:noqa|type:\s*ignore|nosec|pylint:|ruff:)", re.IGNORECASE)
NAMED = re.compile(r"# (?:noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* - \S|type: ignore\[[a-z-]+(?:, [a-z-]+)*\] # \S)")


def test_each_check_that_is_switched_off_is_named_with_a_reason() -> None:
    tracked = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    bare = [
        f"{name}:{number}"
        for name in tracked.stdout.splitlines()
        if (ROOT / name).is_file() and ROOT / name != Path(__file__)
        for number, line in enumerate((ROOT / name).read_text().splitlines(), 1)
        if SWITCH.search(line) and not NAMED.search(line)
    ]
    assert bare == []

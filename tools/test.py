"""``python -m tools.test``: lint, then the tests on SQLite and on PostgreSQL, and how long each took.

Tests that drive a browser run once, on SQLite: what they look at does not depend on the database.
"""

import subprocess
import sys
import time

from tools.steps import PYTHON, ROOT

PYTEST = [str(PYTHON), "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope", "--durations=25", "--durations-min=5"]
PARTS = {
    "Lint": [str(PYTHON), "-m", "tools.lint"],
    "Tests on SQLite": PYTEST,
    "Tests on PostgreSQL": [str(PYTHON), "-m", "tests.servers.postgresql", *PYTEST, "-m", "not browser"],
}


def main() -> int:
    """Run every part, even when an earlier one failed; the exit code is 1 if any did."""
    results = {}
    for name, command in PARTS.items():
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        results[name] = subprocess.run(command, cwd=ROOT, check=False).returncode == 0, time.monotonic() - started
    print()
    for name, (passed, seconds) in results.items():
        print(f"{'passed' if passed else 'FAILED'}: {name} ({seconds:.0f} s)")
    return 0 if all(passed for passed, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())

"""``python -m tools.lint``: every check that reads the code without running it. All run; exit code 1 if any failed."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tools.steps import ROOT, VENV

ENVIRONMENT = dict(os.environ, DJANGO_SETTINGS_MODULE="waymark.settings.lint")
APPS = [
    "core",
    "library",
    "insight",
    "accessibility",
    "translation",
    "onlineforms",
    "services",
    "search",
    "updates",
    "home",
]
# An initial migration makes empty tables: what would lock or break a full one is harmless there.
INITIAL = ["--no-cache", "--ignore-initial-migrations"]
#: The longest first: two run at a time.
CHECKS = {
    "types": ["mypy", "."],
    "style": ["ruff", "check", "--quiet", "."],
    "form": ["ruff", "format", "--check", "--quiet", "."],
    "import contract": ["lint-imports", "--no-logo"],
    "templates": ["djlint", "--lint", "--check", "--quiet", "templates"],
    "migrations are made": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "migrations are safe": [
        "python",
        "manage.py",
        "lintmigrations",
        "--no-cache",
        "-q",
        "ok",
        "ignore",
        "--ignore-initial-migrations",
        "--include-apps",
        *APPS,
    ],
}


def check(name: str, command: list[str]) -> bool:
    """Run one check; print its output only when it fails."""
    started = time.monotonic()
    done = subprocess.run(
        [str(VENV / "bin" / command[0]), *command[1:]], cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=False
    )
    passed = done.returncode == 0
    # One write: what another check says at the same moment stands before or after it.
    said = "" if passed else f"\n{done.stdout.decode()}{done.stderr.decode()}"
    print(f"{'ok' if passed else 'FAILED':<7} {name} ({time.monotonic() - started:.0f} s){said}\n", end="", flush=True)
    return passed


def main() -> int:
    """Run every check."""
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(check, CHECKS, CHECKS.values()))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())

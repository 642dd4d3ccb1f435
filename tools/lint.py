"""``python -m tools.lint``: every check that reads the code without running it. All run; exit code 1 if any failed."""

import os
import subprocess
import sys
import time

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
CHECKS = {
    "style": ["ruff", "check", "--quiet", "."],
    "form": ["ruff", "format", "--check", "--quiet", "."],
    "import contract": ["lint-imports", "--no-logo"],
    "types": ["mypy", "."],
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
    print(f"{'ok' if passed else 'FAILED':<7} {name} ({time.monotonic() - started:.0f} s)", flush=True)
    if not passed:
        print(done.stdout.decode() + done.stderr.decode())
    return passed


def main() -> int:
    """Run every check."""
    results = [check(name, command) for name, command in CHECKS.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())

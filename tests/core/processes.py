"""Start processes of our own that work on the test's database."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def database_address() -> str:
    """Return the address of the test database itself."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    return f"postgres://{values['USER']}@{values['HOST']}:{values['PORT']}/{values['NAME']}"


def start(*arguments: str) -> subprocess.Popen[str]:
    """Run Python with ``arguments`` against the test database."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "waymark.settings.test",
        "WAYMARK_TEST_DATABASE": database_address(),
        "WAYMARK_TEST_DIR": str(settings.VAR_DIR),
        # No page that a test has published is opened by the way.
        "WAYMARK_CHROMIUM": str(settings.VAR_DIR / "no-chromium"),
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def wait_for(ready: Callable[[], object], process: subprocess.Popen[str], *, seconds: float = 120) -> None:
    """Wait until ``ready()``; fail with the process's output when it ends first or is too slow."""
    deadline = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise AssertionError(f"Not ready: {process.communicate()[0]}")
        time.sleep(0.05)

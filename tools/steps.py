"""What set-up steps share: where things lie, a log, stamps that make a second run quick, one clear line on failure."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("WAYMARK_VAR_DIR", ROOT / "var"))
STAMPS = VAR / "stamps"
LOG = VAR / "setup.log"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


class StepFailed(Exception):  # noqa: N818 - it is an outcome, caught and printed
    """A step that could not be done; the message says what to do about it."""


def say(text: str) -> None:
    """Print one line at once."""
    print(text, flush=True)


def run(command: list[str], advice: str, **env: str) -> None:
    """Run ``command`` with its output in the log; raise :class:`StepFailed` with ``advice`` when it fails."""
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", "")])
    with LOG.open("ab") as log:
        log.write(("\n$ " + " ".join(command) + "\n").encode())
        log.flush()
        done = subprocess.run(
            command, cwd=str(ROOT), stdout=log, stderr=log, check=False, env=dict(os.environ, PATH=path, **env)
        )
    if done.returncode != 0:
        raise StepFailed(f"{advice} The whole output is in {LOG}.")


def fingerprint(*paths: Path) -> str:
    """Return one hash over the names and contents of files and folders."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            digest.update(str(file.relative_to(ROOT)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def is_done(name: str, value: str) -> bool:
    """Return whether step ``name`` was finished for exactly this fingerprint."""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == value


def mark_done(name: str, value: str) -> None:
    """Remember that step ``name`` was finished. Written last, so that a half-finished run is done again."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(value)


def finish(action: Callable[[], None]) -> None:
    """Run ``action``; a failed step ends the program with its one line and exit code 1."""
    started = time.monotonic()
    try:
        VAR.mkdir(parents=True, exist_ok=True)
        action()
    except StepFailed as failure:
        sys.stderr.write(f"\n{failure}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    say(f"Ready after {time.monotonic() - started:.0f} s.")

"""``python -m tools.demo``: serve the demo site with its background worker on 127.0.0.1, until Ctrl+C."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

from tools.setup import main as setup
from tools.steps import PYTHON, ROOT, StepFailed, finish, say

PASSWORD = "waymark-demo"  # noqa: S105 - printed on purpose; production refuses these accounts
ACCOUNTS = (
    ("author", "writes pages and uploads documents"),
    ("editor", "publishes"),
    ("translator-ur", "translates into Urdu"),
    ("auditor", "reads the accessibility report"),
    ("forms-officer", "answers requests"),
    ("adviser", "fills in forms for callers and visitors"),
    ("admin", "looks after the system"),
)


def port() -> int:
    """Return PORT; refuse one that is no number or already in use, before anything is installed."""
    text = os.environ.get("PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise StepFailed(f"PORT must be a number from 1 to 65535, not '{text}'.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError:
            raise StepFailed(
                f"Port {text} is in use or not allowed. Choose another one: make demo PORT={int(text) % 60000 + 80}"
            ) from None
    return int(text)


def start(number: int) -> list[subprocess.Popen[bytes]]:
    """Start the web server and the worker."""
    env = dict(os.environ, DJANGO_SETTINGS_MODULE="waymark.settings.demo", PORT=str(number))
    web = [str(PYTHON), "-m", "gunicorn", "--pythonpath", "site", "--workers", "2", "--threads", "4"]
    web += ["--bind", f"127.0.0.1:{number}", "--log-level", "warning", "waymark.wsgi"]
    worker = [str(PYTHON), "manage.py", "run_worker"]
    return [subprocess.Popen(command, cwd=str(ROOT), env=env) for command in (web, worker)]


def wait(address: str, processes: list[subprocess.Popen[bytes]]) -> None:
    """Wait until the home page is served."""
    for _ in range(240):
        if any(process.poll() is not None for process in processes):
            raise StepFailed("The web server or the worker stopped: its words stand above.")
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            time.sleep(0.25)
    raise StepFailed("The home page was not served within a minute.")


def announce(address: str) -> None:
    """Print where to look and how to sign in."""
    say(f"\n  The site:   {address}\n  The admin:  {address}admin/\n")
    say(f"  Demo accounts, all with the password {PASSWORD}:")
    for name, does in ACCOUNTS:
        say(f"    {name:<14} {does}")
    say("\n  Mail is written to var/mail. Stop with Ctrl+C.\n")


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End what was started, politely and then firmly."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()


def serve() -> None:
    """Set up, serve, and say when it is ready."""
    started = time.monotonic()
    number = port()
    setup()
    address = f"http://127.0.0.1:{number}/"
    processes = start(number)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait(address, processes)
        announce(address)
        say(f"  Served after {time.monotonic() - started:.0f} s.")
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        raise StepFailed("The web server or the worker stopped: its words stand above.")
    finally:
        stop(processes)


if __name__ == "__main__":
    finish(serve)

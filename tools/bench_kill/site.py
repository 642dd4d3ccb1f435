"""The site under fire: a real gunicorn with two workers, and the background worker; whatever dies is started again."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools.steps import ROOT

#: How long a process that was started may take until it serves, in seconds.
PATIENCE = 90


class Site:
    """Two process groups, watched."""

    def __init__(self, folder: Path, database: str, receiver: str, port: int) -> None:
        self.port, self.folder = port, folder
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tools.bench_kill.settings",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            "WAYMARK_VAR_DIR": str(folder),
            "DATABASE_URL": database,
            "BENCH_RECEIVER": receiver,
            "PORT": str(port),
        }
        self.url = f"http://127.0.0.1:{port}"
        web = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "2", "--threads", "4"]
        web += ["--bind", f"127.0.0.1:{port}", "--log-level", "critical"]
        self.commands = {"web": web, "worker": ["manage.py", "run_worker"]}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = threading.Event()
        self.kills = 0

    def run(self, *arguments: str) -> str:
        """Run a command of the site to its end and return what it printed."""
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout

    def start(self) -> None:
        """Start both and watch them."""
        for name in self.commands:
            self._spawn(name)
        threading.Thread(target=self._watch, daemon=True).start()
        self.wait()

    def wait(self) -> None:
        """Wait until the site serves."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.url}/healthz/", timeout=5):
                return
            time.sleep(0.2)
        raise RuntimeError("The site does not serve.")

    def kill_one(self) -> None:
        """SIGKILL the whole web server, one of its workers, or the background worker."""
        target = secrets.choice(["web", "web-worker", "worker"])
        name = target.split("-", maxsplit=1)[0]
        pid = self.running[name].pid
        with contextlib.suppress(ProcessLookupError, FileNotFoundError):
            if target == "web-worker":
                children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
                if not children:
                    return
                os.kill(int(secrets.choice(children)), signal.SIGKILL)
            else:
                os.killpg(pid, signal.SIGKILL)
            self.kills += 1

    def stop(self) -> None:
        """End what was started."""
        self.stopping.set()
        for process in self.running.values():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in self.running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=15)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    def _spawn(self, name: str) -> None:
        log = (self.folder / f"{name}.log").open("ab")
        self.running[name] = subprocess.Popen(
            [sys.executable, *self.commands[name]],
            cwd=ROOT,
            env=self.env,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    def _watch(self) -> None:
        """Start again what died, as systemd does."""
        while not self.stopping.wait(0.2):
            for name, process in list(self.running.items()):
                if process.poll() is not None and not self.stopping.is_set():
                    self._spawn(name)

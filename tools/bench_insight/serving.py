"""A real gunicorn with two workers on a scratch database, and clients that keep their connections."""

import contextlib
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers.processes import free_port, listens, running, wait_until
from tools.steps import ROOT

CLIENTS = 16


@dataclass(frozen=True)
class Server:
    """Where it listens, and the environment in which its commands run."""

    port: int
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def manage(self, *arguments: str) -> str:
        """Run a manage.py command and return what it prints."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    @property
    def vendor(self) -> str:
        """Return which database it stands on."""
        return "postgresql" if "DATABASE_URL" in self.environment else "sqlite"

    def workers(self) -> list[int]:
        """Return the process ids of its two workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in children.split()]


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """Migrate a scratch database and serve it until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {
            **os.environ, **_database(f"bench_{port}"), "WAYMARK_VAR_DIR": folder, "PORT": str(port),
            "DJANGO_SETTINGS_MODULE": "tools.bench_insight.serving_settings",
        }  # fmt: skip
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--no-input", "-v0"], cwd=ROOT, env=environment, check=True
        )
        # As it is shipped, but for two workers that are not replaced while clients hold their connections.
        web = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "2"]
        web += ["--max-requests", "0", "--bind", f"127.0.0.1:{port}", "--log-level", "critical"]
        with running(web, log=Path(folder) / "web.log", cwd=ROOT, env=environment) as process:
            wait_until(lambda: listens(port), seconds=60, what="gunicorn")
            yield Server(port, environment, process)


def _database(name: str) -> dict[str, str]:
    """Return a database of the run's own on PostgreSQL when its address is given, or nothing for SQLite."""
    address = os.environ.get("WAYMARK_TEST_DATABASE", "")
    if not address:
        return {}
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # built from a port number
    return {"DATABASE_URL": address.rsplit("/", 1)[0] + f"/{name}"}


class Client:
    """One connection, made again when the server drops it."""

    def __init__(self, port: int) -> None:
        self._port, self._connection = port, http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def post(self, path: str, body: bytes, headers: dict[str, str]) -> int:
        """Return the status; OSError or HTTPException when there was no answer."""
        try:
            self._connection.request("POST", path, body, headers)
            answer = self._connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
            raise
        return answer.status


def load(server: Server, count: int, send: Callable[[Client, int], int]) -> tuple[float, float, int]:
    """Send ``count`` requests through ``CLIENTS`` connections; return (per second, p95 in ms, wrong answers)."""
    numbers, times, wrong, lock = iter(range(count)), [0.0] * count, [0], threading.Lock()

    def work() -> None:
        client = Client(server.port)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            started = time.perf_counter()
            status = send(client, number)
            times[number] = (time.perf_counter() - started) * 1000
            if status >= 400:
                wrong[0] += 1

    threads = [threading.Thread(target=work) for _ in range(CLIENTS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count / (time.perf_counter() - started), sorted(times)[int(count * 0.95)], wrong[0]

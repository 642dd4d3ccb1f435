"""The demo site as a newcomer runs it: its own database and files, gunicorn and the worker, on a free port."""

import contextlib
import email
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

from tests.databases import copy_of_sqlite
from tests.servers.processes import free_port, listens, running, wait_until

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class DemoSite:
    """A running site: its address without a slash at the end, and the folder of its files."""

    url: str
    folder: Path
    environment: dict[str, str]

    def mails(self) -> list[Message]:
        """Return what the site sent, oldest first."""
        files = sorted((self.folder / "mail").glob("*.log"), key=lambda file: file.stat().st_mtime)
        return [email.message_from_bytes(file.read_bytes()) for file in files]

    def manage(self, *arguments: str) -> str:
        """Run a ``manage.py`` command on the site's own data and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def _database() -> dict[str, str]:
    """Return a database of the site's own on the PostgreSQL of this test run, or nothing for SQLite."""
    address = os.environ.get("WAYMARK_TEST_DATABASE", "")
    if not address:
        return {}
    import psycopg

    name = f"journeys_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload] # built from our own process id
    return {"DATABASE_URL": address.rsplit("/", 1)[0] + f"/{name}"}


@contextlib.contextmanager
def demo_site(folder: Path) -> Iterator[DemoSite]:
    """Migrate, load the demo content, serve it, and stop everything afterwards."""
    port = free_port()
    environment = {
        **os.environ,
        **_database(),
        "DJANGO_SETTINGS_MODULE": "waymark.settings.demo",
        "WAYMARK_VAR_DIR": str(folder),
        "PORT": str(port),
        # Browser audits of all its pages have tests of their own; here they would only take the machine from the walks.
        "WAYMARK_CHROMIUM": str(folder / "no-chromium"),
    }
    site = DemoSite(f"http://127.0.0.1:{port}", folder, environment)
    site.manage("collectstatic", "--no-input", "-v0")
    if "DATABASE_URL" not in environment:
        copy_of_sqlite(folder / "demo.sqlite3")
    site.manage("migrate", "--no-input", "-v0")
    site.manage("load_demo")
    web = [sys.executable, "-m", "gunicorn", "--pythonpath", "site", "--workers", "1", "--threads", "4"]
    web += ["--bind", f"127.0.0.1:{port}", "waymark.wsgi"]
    options: dict[str, Any] = {"cwd": ROOT, "env": environment}
    worker = [sys.executable, "manage.py", "run_worker"]
    with running(web, log=folder / "web.log", **options), running(worker, log=folder / "worker.log", **options):
        wait_until(lambda: listens(port), seconds=60, what="the demo site")
        yield site

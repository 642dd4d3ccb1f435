"""A Redis or Valkey of our own, in memory only, for one test."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.servers.processes import as_unprivileged, free_port, listens, own, program, running, wait_until


def installed() -> bool:
    """Return whether a server can be started here."""
    return program("valkey-server", "redis-server") is not None


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """Start a server and yield its address as ``redis://...``."""
    server = program("valkey-server", "redis-server")
    if server is None:
        raise RuntimeError("Redis is not installed: run 'make system-packages'.")
    with tempfile.TemporaryDirectory(prefix="waymark-redis-") as name:
        folder, port = Path(name), free_port()
        own(folder)
        command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
        with running(command, log=folder / "log", cwd=folder, **as_unprivileged()):
            wait_until(lambda: listens(port), seconds=60, what="Redis")
            yield f"redis://127.0.0.1:{port}/0"

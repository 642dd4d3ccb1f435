"""A clamd of our own: one signature, a unix socket in a temporary folder, gone afterwards."""

import contextlib
import hashlib
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.servers.processes import as_unprivileged, own, program, running, wait_until

#: The harmless text that every scanner agrees to find; put together here so that no scanner finds it in this file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def installed() -> bool:
    """Return whether a clamd can be started here."""
    return program("clamd") is not None


@contextlib.contextmanager
def clamd() -> Iterator[Path]:
    """Start a scanner that knows EICAR alone, and yield the path of its socket."""
    command = program("clamd")
    if command is None:
        raise RuntimeError("clamd is not installed: run 'make system-packages'.")
    with tempfile.TemporaryDirectory(prefix="waymark-clamd-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        database = folder / "db"
        database.mkdir()
        signature = f"{hashlib.md5(EICAR, usedforsecurity=False).hexdigest()}:{len(EICAR)}:Eicar-Test\n"
        (database / "local.hdb").write_text(signature)
        path = folder / "clamd.sock"
        lines = [
            "Foreground yes",
            f"LocalSocket {path}",
            f"DatabaseDirectory {database}",
            f"TemporaryDirectory {folder}",
        ]
        configuration = folder / "clamd.conf"
        configuration.write_text("\n".join([*lines, "StreamMaxLength 60M", "SelfCheck 0"]) + "\n")
        for place in (folder, database, configuration, database / "local.hdb"):
            own(place)
        with running([command, f"--config-file={configuration}"], log=folder / "log", cwd=folder, **as_unprivileged()):
            wait_until(lambda: _answers(path), seconds=60, what="clamd")
            yield path


def _answers(path: Path) -> bool:
    """Return whether the scanner says PONG."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        connection.connect(str(path))
        connection.sendall(b"zPING\x00")
        return connection.recv(16).startswith(b"PONG")

"""Start real servers for tests: on a free port of 127.0.0.1, as an unprivileged user, gone afterwards."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

#: PostgreSQL and nginx refuse or fear to run as root; Debian has this user on every machine.
UNPRIVILEGED = "nobody"


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(*names: str, folders: tuple[str, ...] = ()) -> str | None:
    """Return the first program found on the path, in /usr/sbin or in ``folders``."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", *folders])
    return next((found for name in names if (found := shutil.which(name, path=path))), None)


def as_unprivileged() -> dict[str, object]:
    """Return subprocess arguments that drop root, or none where we are not root."""
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(UNPRIVILEGED)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def own(folder: Path) -> None:
    """Hand ``folder`` to the unprivileged user."""
    if os.geteuid() == 0:
        entry = pwd.getpwnam(UNPRIVILEGED)
        os.chown(folder, entry.pw_uid, entry.pw_gid)


def wait_until(ready: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Wait until ``ready()``; raise RuntimeError that names ``what`` when it is not in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if ready():
                return
        time.sleep(0.05)
    raise RuntimeError(f"{what} was not ready after {seconds} s")


def listens(port: int) -> bool:
    """Return whether something accepts connections on 127.0.0.1:``port``."""
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        return True


@contextlib.contextmanager
def running(command: list[str], *, log: Path, **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``command`` with its output in ``log``, and end its whole process group afterwards."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True, **options)  # type: ignore[call-overload] # options
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

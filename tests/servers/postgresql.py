"""A PostgreSQL of our own: a fresh cluster in a temporary folder, used by one test run.

``python -m tests.servers.postgresql COMMAND...`` starts one, sets WAYMARK_TEST_DATABASE and runs the command.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.servers.processes import as_unprivileged, free_port, listens, own, program, running, wait_until


def folders() -> tuple[str, ...]:
    """Return where Debian keeps PostgreSQL's programs, newest first."""
    return tuple(str(path) for path in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))


def installed() -> bool:
    """Return whether a PostgreSQL server can be started here."""
    return program("initdb", folders=folders()) is not None


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """Start a cluster and yield its address as ``postgres://...``."""
    initdb, postgres = (program(name, folders=folders()) for name in ("initdb", "postgres"))
    if initdb is None or postgres is None:
        raise RuntimeError("PostgreSQL is not installed: run 'make system-packages'.")
    with tempfile.TemporaryDirectory(prefix="waymark-postgresql-", ignore_cleanup_errors=True) as name:
        folder, port = Path(name), free_port()
        own(folder)
        data = folder / "data"
        subprocess.run(
            [initdb, "-D", str(data), "-U", "waymark", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-N"],
            check=True, capture_output=True, cwd=folder, **as_unprivileged(),  # type: ignore[call-overload] # options
        )  # fmt: skip
        command = [postgres, "-D", str(data), "-p", str(port), "-k", str(folder), "-c", "listen_addresses=127.0.0.1"]
        # Tests lose nothing by a power cut; what is measured must wait for the disk as a real server does.
        fsync = "on" if os.environ.get("WAYMARK_TEST_FSYNC") == "on" else "off"
        command += ["-c", f"fsync={fsync}", "-c", "max_connections=150"]
        with running(command, log=folder / "log", cwd=folder, **as_unprivileged()):
            wait_until(lambda: listens(port), seconds=60, what="PostgreSQL")
            yield f"postgres://waymark@127.0.0.1:{port}/postgres"


def main() -> int:
    """Run the command given on the command line against a fresh cluster, and return its exit code."""
    if not installed():
        if os.environ.get("CI") == "true":
            print("PostgreSQL is missing: run 'make system-packages'.", file=sys.stderr)
            return 1
        print("PostgreSQL is not installed: the tests ran on SQLite only. 'make system-packages' installs it.")
        return 0
    with postgresql() as address:
        return subprocess.run(
            sys.argv[1:], check=False, env={**os.environ, "WAYMARK_TEST_DATABASE": address}
        ).returncode


if __name__ == "__main__":
    sys.exit(main())

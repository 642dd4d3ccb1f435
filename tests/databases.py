"""A migrated database is made once and copied for each process that tests.

Two hundred migrations take a quarter of a minute; a copy takes a blink. It is kept under ``var/test-databases`` by the
fingerprint of the migrations and the locked versions. Django still runs ``migrate`` on the copy, which then finds
nothing to do but what ``post_migrate`` adds.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "test-databases"
#: Branches differ in their migrations: going from one to another and back finds the database still there.
SEVERAL = 8


def fingerprint() -> str:
    """Return 16 hexadecimal digits that change with any migration of the house or any locked version."""
    digest = hashlib.sha256((ROOT / "requirements" / "dev.lock").read_bytes())
    for room in sorted(path for path in ROOT.iterdir() if path.is_dir() and path.name not in ("var", "node_modules")):
        for file in sorted(room.glob("**/migrations/*.py")):
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@contextlib.contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Hold a lock between processes, for as long as the database of that name is made."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def migrated(address: str) -> None:
    """Migrate the database at the address, in a process of its own: this one's settings name another."""
    environment = {**os.environ, "WAYMARK_TEST_DATABASE": address, "DJANGO_SETTINGS_MODULE": "waymark.settings.test"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    command = [sys.executable, "manage.py", "migrate", "--no-input", "-v0"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def copy_of_sqlite(target: Path) -> None:
    """Put a migrated SQLite file where Django will look for the test database."""
    kept = KEPT / f"{fingerprint()}.sqlite3"
    with one_at_a_time("sqlite"):
        if not kept.exists():
            for older in sorted(KEPT.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime)[:-SEVERAL]:
                older.unlink()
            made = kept.with_suffix(".new")
            made.unlink(missing_ok=True)
            migrated(f"sqlite:///{made}")
            made.rename(kept)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(kept, target)


def copy_of_postgresql(address: str, target: str) -> None:
    """Clone a migrated database of this cluster under the name where Django will look for it."""
    import psycopg
    from psycopg import sql

    kept = f"migrated_{fingerprint()}"
    with one_at_a_time("postgresql"), psycopg.connect(address, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [kept]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(kept)))
            migrated(address.rsplit("/", 1)[0] + f"/{kept}")
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(target)))
        names = sql.Identifier(target), sql.Identifier(kept)
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Make the copy when the database's name is known: each worker of pytest-xdist has its own."""
    from django.conf import settings
    from django.db import connection

    name = connection.creation._get_test_db_name()
    if connection.vendor == "sqlite":
        copy_of_sqlite(Path(name))
    else:
        copy_of_postgresql(settings.DATABASE_URL, name)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Tell Django to use what is there; the whole folder, or the whole cluster, is gone after the run."""
    return True


def pytest_collection_modifyitems(config: pytest.Config, items: list[Any]) -> None:
    """On PostgreSQL, leave out what never asks a database: it ran on SQLite."""
    if not os.environ.get("WAYMARK_TEST_DATABASE", "").startswith("postgres"):
        return
    from tests.scheduling import TOGETHER

    def asks(item: pytest.Item) -> bool:
        names = set(getattr(item, "fixturenames", ()))
        marked = item.get_closest_marker("django_db") or item.get_closest_marker("walk")
        return bool(marked or names & {"db", "transactional_db", "live_server"} or item.nodeid.startswith(TOGETHER))

    left_out = [item for item in items if not asks(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if asks(item)]

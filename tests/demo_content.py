"""The demo's own content, in whole or in part, and the assets that its pages load."""

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.test import TestCase, override_settings

from core.demo.context import DemoContext
from core.demo.loader import load as load_core
from core.demo.run import load_all
from home.demo.loader import load_home, load_standard
from library.demo.loader import load as load_library
from services.demo.loader import load as load_services
from tests.laid import databases

SERVICE = "/bins-and-recycling/report-a-missed-bin/"
FORM = "/report-a-missed-bin/"
ROOT = Path(django_settings.BASE_DIR)
DIST = ROOT / "assets" / "dist"


@contextlib.contextmanager
def kept(blocker: Any, name: str, load: Callable[[], None]) -> Iterator[None]:
    """Lend a module a database that ``load`` has filled, under ``name``, and take it back after its last test."""
    with blocker.unblock(), databases.lent(name, load):
        yield


def load_pages() -> None:
    """Load what a page needs: the frame, files, standard pages, services, the home page."""
    with transaction.atomic():
        context = DemoContext()
        for load in (load_core, load_library, load_standard, load_services, load_home):
            load(context)
        # The work that follows a commit is none of these tests' matter.
        connection.run_on_commit.clear()


@pytest.fixture(scope="module")
def pages_of_the_demo(django_db_setup, django_db_blocker):
    """Lend a module the demo's pages."""
    with kept(django_db_blocker, "pages", load_pages):
        yield


@pytest.fixture
def demo(pages_of_the_demo, db):
    """Return the context that loaders get, with the demo's pages loaded; what a test changes is undone."""
    return DemoContext()


#: The settings of a demonstration site.
AS_DEMO = {"WAYMARK_DEMO": True, "WAYMARK_DEMO_CONTENT": True}


def load_every_room() -> None:
    """Load as ``manage.py load_demo`` does. Translations are published when their rows are committed."""
    with override_settings(**AS_DEMO), TestCase.captureOnCommitCallbacks(execute=True):
        for _name, _seconds in load_all():
            pass


def lay_every_room() -> None:
    """Load every room into an empty site; rows are committed room by room, as in the command."""
    with override_settings(**AS_DEMO):
        for _name, _seconds in load_all():
            pass


@pytest.fixture(scope="module")
def every_room(django_db_setup, django_db_blocker):
    """Lend a module every room's demo content."""
    with kept(django_db_blocker, "rooms", lay_every_room):
        yield


@pytest.fixture
def whole_demo(every_room, db, settings):
    """Return the context that loaders get, with every room's content loaded; what a test changes is undone."""
    for name, value in AS_DEMO.items():
        setattr(settings, name, value)
    return DemoContext()


@pytest.fixture
def committed_demo(transactional_db, settings):
    """Lend every room's content to a test that serves it from another thread."""
    for name, value in AS_DEMO.items():
        setattr(settings, name, value)
    with databases.lent("rooms", lay_every_room):
        yield DemoContext()


@pytest.fixture(scope="session")
def built():
    """Return the folder of the built assets, built anew where a source is newer."""
    node = shutil.which("node", path=f"{ROOT / '.venv' / 'bin'}:/usr/local/bin:/usr/bin")
    assert node, "Node is missing: install the locked packages first (make setup)."
    made = [DIST / name for name in ("site.css", "site-rtl.css", "site.js")]
    if not all(file.exists() for file in made) or newest_source() > min(file.stat().st_mtime for file in made):
        subprocess.run([node, str(ROOT / "assets" / "build.mjs")], check=True, cwd=ROOT)
    return DIST


def newest_source() -> float:
    """Return when a style sheet or script was last changed, in whatever folder it stands."""
    sources = (path for folder in ("styles", "scripts") for path in (ROOT / "assets" / folder).rglob("*"))
    return max(path.stat().st_mtime for path in sources if path.is_file())

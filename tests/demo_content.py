"""The demo's own content, in whole or in part, and the assets that its pages load."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from core.demo.context import DemoContext
from core.demo.loader import load as load_core
from core.demo.run import load_all
from home.demo.loader import load_home, load_standard
from library.demo.loader import load as load_library
from services.demo.loader import load as load_services

SERVICE = "/bins-and-recycling/report-a-missed-bin/"
FORM = "/report-a-missed-bin/"
ROOT = Path(django_settings.BASE_DIR)
DIST = ROOT / "assets" / "dist"


@pytest.fixture
def demo(db):
    """Load the demo's pages, and return the context that loaders get."""
    context = DemoContext()
    for load in (load_core, load_library, load_standard, load_services, load_home):
        load(context)
    return context


@pytest.fixture
def whole_demo(db, settings, tmp_path, django_capture_on_commit_callbacks):
    """Load every room's demo content, as ``manage.py load_demo`` does; files go to a folder of this test."""
    settings.WAYMARK_DEMO = settings.WAYMARK_DEMO_CONTENT = True
    settings.MEDIA_ROOT = str(tmp_path)
    # Translations are published when their rows are committed.
    with django_capture_on_commit_callbacks(execute=True):
        for _name, _seconds in load_all():
            pass
    return DemoContext()


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

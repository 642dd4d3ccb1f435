"""The demo with everything in it, as ``manage.py load_demo`` makes it: for tests of the frame in the full site."""

import pytest

from core.demo.context import DemoContext
from core.demo.run import load_all

SERVICE = "/bins-and-recycling/report-a-missed-bin/"
FORM = "/report-a-missed-bin/"


@pytest.fixture
def whole_demo(db, settings, tmp_path, django_capture_on_commit_callbacks):
    """Load every room's demo content; files go to a folder of this test."""
    settings.WAYMARK_DEMO = settings.WAYMARK_DEMO_CONTENT = True
    settings.MEDIA_ROOT = str(tmp_path)
    # Translations are published when their rows are committed.
    with django_capture_on_commit_callbacks(execute=True):
        for _name, _seconds in load_all():
            pass
    return DemoContext()

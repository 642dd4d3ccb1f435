"""The demo's own content, loaded as ``manage.py load_demo`` does."""

import pytest

from core.demo.context import DemoContext
from core.demo.loader import load as load_core
from home.demo.loader import load_home, load_standard
from library.demo.loader import load as load_library
from services.demo.loader import load as load_services


@pytest.fixture
def demo(db):
    """Load the demo's pages, and return the context that loaders get."""
    context = DemoContext()
    for load in (load_core, load_library, load_standard, load_services, load_home):
        load(context)
    return context

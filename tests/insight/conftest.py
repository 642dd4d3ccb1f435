"""A small site of real pages: home, one service area, one service page."""

import pytest
from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from home.models import HomePage


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def home(db):
    locale, _ = Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node()
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(pk=root.pk)
    page = root.add_child(instance=HomePage(title="Oxford City Council (demo)", slug="home", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=page, is_default_site=True)
    cache.clear()
    return page


@pytest.fixture
def bins(home):
    """Return a page two levels under the home page: its service area is bins-and-recycling."""
    area = home.add_child(instance=Page(title="Bins and recycling", slug="bins-and-recycling"))
    return area.add_child(instance=Page(title="Report a missed bin", slug="report-a-missed-bin"))

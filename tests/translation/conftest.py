"""A home page in English, with no other language beside it."""

import pytest
from wagtail.models import Page, Site

from home.models import HomePage


@pytest.fixture
def home():
    Page.objects.filter(depth=2).delete()
    page = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="front"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    return page

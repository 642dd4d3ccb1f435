"""A small site to look at the frame with: a home page in English and in Urdu."""

import pytest


@pytest.fixture
def home(db):
    """The English home page of the default site."""
    from home.models import HomePage
    from wagtail.models import Locale, Page, Site

    Locale.objects.get_or_create(language_code="en")
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=HomePage(title="Home", slug="home", summary="What do you need today?"))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": page, "hostname": "localhost"})
    return page


@pytest.fixture
def urdu_home(home):
    """The home page's true translation into Urdu."""
    from wagtail.models import Locale

    locale, _ = Locale.objects.get_or_create(language_code="ur")
    page = home.copy_for_translation(locale)
    page.title = "صفحہ اول"
    page.save_revision().publish()
    return page

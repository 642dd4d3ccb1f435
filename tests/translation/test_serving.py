"""No page lies about its language (WCAG 3.1.1): what is not translated leads to English and says so."""

import pytest
from wagtail.models import Page

from tests.translation.test_switcher import home, translated  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def child(home):  # noqa: F811 - pytest's way to use a fixture
    from home.models import HomePage

    HomePage.max_count_per_parent = None
    return home.add_child(instance=HomePage(title="Bins", slug="bins"))


def test_a_real_translation_is_served_in_its_language(client, home):  # noqa: F811 - the fixture
    translated(home, "ur")
    response = client.get("/ur/")
    assert response.status_code == 200
    assert '<html lang="ur" dir="rtl"' in response.content.decode()


def test_a_language_without_a_tree_leads_to_english(client, home):  # noqa: F811 - the fixture
    response = client.get("/pl/")
    assert (response.status_code, response["Location"]) == (302, "/?not-in=pl")


def test_an_alias_leads_to_english(client, home):  # noqa: F811 - the fixture
    translated(home, "ar", alias=True)
    assert client.get("/ar/")["Location"] == "/?not-in=ar"


def test_a_page_that_is_not_translated_leads_to_the_same_page_in_english(client, home, child):  # noqa: F811 - the fixture
    translated(home, "ur")
    response = client.get("/ur/bins/")
    assert (response.status_code, response["Location"]) == (302, "/bins/?not-in=ur")


def test_an_unknown_address_is_not_found_in_any_language(client, home):  # noqa: F811 - the fixture
    translated(home, "ur")
    assert client.get("/ur/nowhere/").status_code == 404
    assert Page.objects.filter(slug="nowhere").count() == 0

"""No page lies about its language (WCAG 3.1.1): what is not translated leads to English and says so."""

import pytest
from wagtail.models import Page

from tests.translation.test_switcher import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def child(home):
    from home.models import HomePage

    HomePage.max_count_per_parent = None
    return home.add_child(instance=HomePage(title="Bins", slug="bins"))


def test_a_real_translation_is_served_in_its_language(client, home):
    translated(home, "ur")
    response = client.get("/ur/")
    assert response.status_code == 200
    assert '<html lang="ur" dir="rtl"' in response.content.decode()


def test_a_language_without_a_tree_leads_to_english(client, home):
    response = client.get("/pl/")
    assert (response.status_code, response["Location"]) == (302, "/?not-in=pl")


def test_an_alias_leads_to_english(client, home):
    translated(home, "ar", alias=True)
    assert client.get("/ar/")["Location"] == "/?not-in=ar"


def test_a_page_that_is_not_translated_leads_to_the_same_page_in_english(client, home, child):
    translated(home, "ur")
    response = client.get("/ur/bins/")
    assert (response.status_code, response["Location"]) == (302, "/bins/?not-in=ur")


def test_an_unknown_address_is_not_found_in_any_language(client, home):
    translated(home, "ur")
    assert client.get("/ur/nowhere/").status_code == 404
    assert Page.objects.filter(slug="nowhere").count() == 0


def test_an_earlier_or_an_english_address_behind_the_prefix_leads_to_the_translation(client, home, child):
    urdu = translated(home, "ur").locale
    page = child.copy_for_translation(urdu)
    page.slug, page.live = "kooray-daan", True
    page.save(clean=False)
    response = client.get("/ur/bins/")
    assert (response.status_code, response["Location"]) == (302, "/ur/kooray-daan/")
    page.unpublish()
    assert client.get("/ur/bins/")["Location"] == "/bins/?not-in=ur"

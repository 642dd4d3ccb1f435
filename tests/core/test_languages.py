"""The address alone decides the language."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from wagtail.models import Site

from core.languages import direction, said_in
from core.models import BrandSettings, Contact


@pytest.mark.parametrize(("language", "expected"), [("en", "ltr"), ("pl", "ltr"), ("ur", "rtl"), ("ar", "rtl")])
def test_direction_follows_the_script(language, expected):
    assert direction(language) == expected


@pytest.mark.django_db
def test_accept_language_changes_nothing(client):
    response = client.get("/", headers={"accept-language": "ur"})
    assert response["Content-Language"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.django_db
def test_a_part_in_another_language_than_its_page_says_so():
    english = Contact.objects.create(name="Bins", hours="Every day")
    with override("ur"):
        assert said_in(english) == ' lang="en" dir="ltr"'
        assert said_in("ar") == ' lang="ar" dir="rtl"'
        assert said_in({"language": "en"}) == ' lang="en" dir="ltr"'
        assert said_in("ur") == said_in({}) == said_in(None) == ""


def test_an_english_page_asks_for_no_language_of_what_it_shows():
    """No database is allowed here."""
    assert said_in(Contact(name="Bins", locale_id=1)) == ""


@pytest.mark.django_db
def test_the_foot_of_a_page_in_another_language_says_that_its_contact_is_english(client):
    site = Site.objects.get(is_default_site=True)
    contact = Contact.objects.create(name="Council", phone="01865 249811", hours="Monday to Friday")
    BrandSettings.objects.update_or_create(site=site, defaults={"contact": contact})
    page = BeautifulSoup(client.get("/ur/languages/").content, "lxml")
    assert page.find("footer").find(string="Monday to Friday").parent.attrs == {"lang": "en", "dir": "ltr"}
    english = BeautifulSoup(client.get("/languages/").content, "lxml")
    assert english.find("footer").find(string="Monday to Friday").parent.attrs == {}

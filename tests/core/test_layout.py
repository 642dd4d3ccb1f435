"""The frame of every public page."""

import pytest
from bs4 import BeautifulSoup
from core.models import BrandSettings
from wagtail.models import Site


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_home_page_stands_in_the_frame(client, home):
    BrandSettings.objects.create(site=Site.objects.get(), council_name="Anytown Council", mark="A")
    page = soup(client.get("/"))
    assert page.title.text == "Home - Anytown Council"
    assert page.find("a", class_="govuk-skip-link")["href"] == "#main-content"
    assert page.find("main")["id"] == "main-content"
    assert page.find("footer")

"""The demo's brand, footer and alert stand on every page, and cost few queries."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.demo.frame import load
from core.models import AlertBanner, BrandSettings, FooterLink
from tests.demo_content import FORM, SERVICE

pytestmark = pytest.mark.django_db


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    return len(asked)


def test_every_page_has_the_council_its_links_and_the_alert(whole_demo, client):
    page = soup(client.get(SERVICE))
    assert page.find(class_="wm-council__name").text == "Oxford City Council"
    footer = [(link.text, link["href"]) for link in page.find("footer").find_all("a")]
    for link in (
        ("Keyboard help", "/keyboard-help/"),
        ("You said, we did", "/#you-said"),
        ("Contact us", "/contact-us/"),
    ):
        assert link in footer
    assert soup(client.get("/")).find(id="you-said")
    assert page.find(class_="wm-strip").find("a", string="My requests")["href"] == "/forms/my-request/"
    assert page.find(class_="wm-alert").find("strong").text == "Flood warning (example):"
    urdu = soup(client.get(f"/ur{SERVICE}")).find(class_="wm-alert")
    assert urdu.find(lang="en") is None
    assert "سیلاب" in urdu.text


def test_a_second_run_and_work_of_others_change_nothing(whole_demo):
    AlertBanner.objects.all().delete()
    BrandSettings.objects.update(mark="X")
    before = FooterLink.objects.count()
    load(whole_demo)
    assert (BrandSettings.objects.get(site__is_default_site=True).mark, FooterLink.objects.count()) == ("X", before)
    assert not AlertBanner.objects.exists()


def test_a_page_of_the_full_site_asks_at_most_12_queries(whole_demo, client):
    addresses = (SERVICE, f"/ur{SERVICE}", "/bins-and-recycling/what-goes-in-each-bin/", FORM, "/contact-us/", "/")
    for address in addresses:
        client.get(address)
    found = {address: queries(client, address) for address in addresses}
    # In another language, the translations of linked pages are looked up once more.
    assert {address: count for address, count in found.items() if count > 12 + address.startswith("/ur/")} == {}
